package bg.telenor.identity.regix;

import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisterAnswer.NotSent;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterAnswer.Unknown;
import bg.telenor.identity.domain.RegisterAnswer.Untrusted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

/**
 * The registers behind RegiX, asked over SOAP 1.1 and mutual TLS, each inquiry within a deadline.
 */
@ApplicationScoped
@Startup
public class Regix {

    private final RegixConfig config;
    private final RegisterGuard guard;
    private final AnswerReader reader;
    private final MeterRegistry metrics;
    private final HttpClient http;
    private final URI endpoint;

    Regix(
            RegixConfig config,
            RegisterGuard guard,
            TlsConfigurationRegistry tls,
            MeterRegistry metrics,
            Clock clock) {
        this.config = config;
        this.guard = guard;
        this.reader = new AnswerReader(config, clock);
        this.metrics = metrics;
        this.endpoint = config.url().resolve(config.path());
        // The host's name is verified: the client does so unless it is told otherwise.
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(sslContext(tls))
                        .connectTimeout(config.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        warn(config.signature());
    }

    /** Which operation a question is, for evidence. */
    public String operation(RegisterQuestion question) {
        return Envelope.operation(config, question);
    }

    /**
     * Asks. Never throws for what the other side does; never called within a transaction.
     *
     * @throws IllegalArgumentException when the question must not be asked
     */
    public RegisterAnswer ask(RegisterQuestion question) {
        var request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", Envelope.SOAP_ACTION)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Envelope.of(config, question)))
                        .build();
        return guard.ask(() -> ask(request, question));
    }

    private RegisterAnswer ask(HttpRequest request, RegisterQuestion question) {
        var timer = Timer.start(metrics);
        var answer = send(request, question);
        timer.stop(metrics.timer("regix.inquiries", "outcome", answer.getClass().getSimpleName()));
        if (answer instanceof Untrusted untrusted) {
            metrics.counter("regix.untrusted", "doubt", untrusted.doubt().name()).increment();
            Log.warnf("an answer is not shown to be the register's: %s", untrusted.doubt());
        }
        return answer;
    }

    private RegisterAnswer send(HttpRequest request, RegisterQuestion question) {
        var limit = config.maxAnswer().asLongValue();
        var sent =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
        try {
            // The client's own timeout ends with the headers; this one covers the body too.
            var response = sent.get(config.deadline().toMillis(), TimeUnit.MILLISECONDS);
            return read(response, question);
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new Unknown();
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Unknown();
        }
    }

    private RegisterAnswer read(HttpResponse<byte[]> response, RegisterQuestion question) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return switch (response.statusCode()) {
            // A SOAP fault comes with 500.
            case 200, 500 ->
                    type.startsWith("text/xml")
                            ? reader.read(response.body(), question)
                            : new Garbled(null);
            case 401, 403 -> new RegisterRefused(null);
            // Turned away at the door, as a gateway does whose service is down.
            case 503 -> new NotSent();
            default -> new Unknown();
        };
    }

    private static RegisterAnswer failure(Throwable cause) {
        return switch (cause) {
            case ConnectException e -> new NotSent();
            case HttpConnectTimeoutException e -> new NotSent();
            case UnresolvedAddressException e -> new NotSent();
            case SSLHandshakeException e -> new NotSent();
            case null, default -> new Unknown();
        };
    }

    private static void warn(RegixConfig.Signature signature) {
        if (!signature.required()) {
            Log.warn("suite.regix.signature.required=false: anybody's answers are believed");
        } else if (signature.rsaSha1()) {
            Log.warn("suite.regix.signature.rsa-sha1=true: such signatures can be forged");
        }
    }

    private static SSLContext sslContext(TlsConfigurationRegistry tls) {
        try {
            return tls.get("regix")
                    .orElseThrow(() -> new IllegalStateException("quarkus.tls.regix is missing"))
                    .createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("quarkus.tls.regix is not usable", e);
        }
    }
}
