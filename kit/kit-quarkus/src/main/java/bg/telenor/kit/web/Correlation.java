package bg.telenor.kit.web;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A caller's {@code x-correlator} (CAMARA Commonalities) is checked, echoed to that caller and used
 * for nothing else: what is logged and forwarded is our own.
 */
class Correlation {

    private static final String HEADER = "x-correlator";
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9-_:;./<>{}]{0,256}");

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var correlator = request.getHeaderString(HEADER);
        if (correlator == null) {
            return;
        }
        if (!FORM.matcher(correlator).matches()) {
            throw new ProblemException(
                    CommonError.INVALID_REQUEST, "x-correlator has the wrong form");
        }
        if (FreeReferences.holdsIdentifier(correlator)) {
            throw new ProblemException(CommonError.IDENTIFIER_IN_REFERENCE, HEADER);
        }
        request.setProperty(HEADER, correlator);
    }

    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(HEADER) instanceof String correlator) {
            response.getHeaders().putSingle(HEADER, correlator);
        }
    }
}
