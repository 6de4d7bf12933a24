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
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;

/** The registers behind RegiX, asked over SOAP and mutual TLS, each inquiry within a deadline. */
@ApplicationScoped
@Startup
public class Regix {

    private final RegixConfig config;
    private final RegisterGuard guard;
    private final AnswerReader reader;
    private final MeterRegistry metrics;
    private final RegisterConnection connection;
    private final EntryPoint entryPoint;

    Regix(
            RegixConfig config,
            RegisterGuard guard,
            RegisterConnection connection,
            MeterRegistry metrics,
            Clock clock) {
        this.config = config;
        this.guard = guard;
        this.reader = new AnswerReader(config, clock);
        this.metrics = metrics;
        this.entryPoint = EntryPoint.of(config);
        this.connection = connection;
        warn(config.signature());
    }

    /** Which operation a question is, for evidence; empty where none that answers it is granted. */
    public Optional<String> operation(RegisterQuestion question) {
        return granted(question).map(Operation::fullName);
    }

    /**
     * Asks. Never throws for what the other side does; never called within a transaction. What is
     * granted no more since the question was taken in is refused here, and not sent.
     *
     * @throws IllegalArgumentException when the question must not be asked
     */
    public RegisterAnswer ask(RegisterQuestion question) {
        var operation = granted(question);
        if (operation.isEmpty()) {
            return new RegisterRefused(null);
        }
        var message = entryPoint.message(operation.get(), question);
        return ask(
                "regix.inquiries",
                entryPoint.headers(),
                message,
                answer -> reader.read(answer, question));
    }

    private Optional<Operation> granted(RegisterQuestion question) {
        return Operation.of(config.operations(), question.number(), question.kind());
    }

    /** What the register answers to a message, unless it is left alone at the moment. */
    RegisterAnswer ask(
            String timer,
            Map<String, String> headers,
            byte[] message,
            Function<byte[], RegisterAnswer> reading) {
        return guard.ask(
                () -> {
                    var began = Timer.start(metrics);
                    var answer = send(headers, message, reading, Function.identity());
                    began.stop(metrics.timer(timer, "outcome", answer.getClass().getSimpleName()));
                    return doubted(answer);
                });
    }

    /** Lets it be known when an answer is not to be believed. */
    RegisterAnswer doubted(RegisterAnswer answer) {
        if (answer instanceof Untrusted untrusted) {
            metrics.counter("regix.untrusted", "doubt", untrusted.doubt().name()).increment();
            Log.warnf("an answer is not shown to be the register's: %s", untrusted.doubt());
        }
        return answer;
    }

    /** How answers are read, by whatever message they come. */
    AnswerReader reader() {
        return reader;
    }

    /**
     * Sends a message, within the deadline.
     *
     * @param reading for a message that comes back
     * @param otherwise for how it ends when none does
     */
    <T> T send(
            Map<String, String> headers,
            byte[] message,
            Function<byte[], T> reading,
            Function<RegisterAnswer, T> otherwise) {
        var request =
                HttpRequest.newBuilder(entryPoint.address())
                        .timeout(config.readTimeout())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message));
        headers.forEach(request::header);
        var limit = config.maxAnswer().asLongValue();
        var http = connection.client();
        var sent =
                http.sendAsync(
                        request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
        try {
            // The read timeout ends with the headers; this one covers the body too.
            var response = sent.get(config.deadline().toMillis(), TimeUnit.MILLISECONDS);
            return isMessage(response)
                    ? reading.apply(response.body())
                    : otherwise.apply(withoutMessage(response.statusCode()));
        } catch (TimeoutException e) {
            sent.cancel(true);
            return otherwise.apply(new Unknown());
        } catch (ExecutionException e) {
            return otherwise.apply(failure(e.getCause()));
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return otherwise.apply(new Unknown());
        }
    }

    private boolean isMessage(HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return entryPoint.holdsMessage(response.statusCode(), type);
    }

    private static RegisterAnswer withoutMessage(int status) {
        return switch (status) {
            case 200, 500 -> new Garbled(null);
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
}
