package bg.telenor.kit.partner;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.signature.MessageSignature;
import bg.telenor.kit.signature.MessageSignature.Message;
import bg.telenor.kit.signature.MessageSignature.NotTrusted;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Clock;

/**
 * On every resource under {@code /partner/}: the request's signature is checked, the answer signed.
 */
@Provider
@Singleton
class SignedExchange implements DynamicFeature {

    private final Operators operators;
    private final ObjectMapper mapper;
    private final Clock clock;

    SignedExchange(Operators operators, ObjectMapper mapper, Clock clock) {
        this.operators = operators;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var path = resource.getResourceClass().getAnnotation(jakarta.ws.rs.Path.class);
        if (path != null && path.value().startsWith("/partner/")) {
            context.register(new Check());
            context.register(new Sign());
        }
    }

    private final class Check implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            var sender = operators.caller();
            var body = request.getEntityStream().readAllBytes();
            var message =
                    new Message(
                            sender.value(),
                            operators.self().value(),
                            request.getMethod(),
                            request.getUriInfo().getRequestUri().getRawPath(),
                            body);
            try {
                MessageSignature.verify(
                        request.getHeaderString(MessageSignature.HEADER),
                        message,
                        operators.keysOf(sender),
                        clock.instant(),
                        operators.tolerance());
            } catch (NotTrusted e) {
                Log.warnf("message of %s is not trusted: %s", sender, e.getMessage());
                throw new ProblemException(CommonError.SIGNATURE_NOT_TRUSTED);
            }
            request.setEntityStream(new ByteArrayInputStream(body));
            request.setProperty(SignedExchange.class.getName(), message);
        }
    }

    /** Writes the answer itself: what is signed must be what is sent, to the byte. */
    private final class Sign implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext asked, ContainerResponseContext answer)
                throws IOException {
            if (!(asked.getProperty(SignedExchange.class.getName()) instanceof Message request)) {
                return;
            }
            var body =
                    answer.hasEntity() ? mapper.writeValueAsBytes(answer.getEntity()) : new byte[0];
            answer.setEntity(body, new Annotation[0], answer.getMediaType());
            answer.getHeaders()
                    .putSingle(
                            MessageSignature.HEADER,
                            MessageSignature.sign(
                                    request.answeredBy(body),
                                    operators.signingKey(),
                                    clock.instant()));
        }
    }
}
