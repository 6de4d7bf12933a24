package bg.telenor.kit.partner;

import bg.telenor.kit.signature.MessageSignature;
import bg.telenor.kit.signature.MessageSignature.Message;
import bg.telenor.kit.signature.MessageSignature.NotTrusted;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Asks another operator: mutual TLS, request and answer signed, within a deadline. */
@ApplicationScoped
public class PartnerCalls {

    private static final String TLS = "partners";
    private static final long MAX_ANSWER = 1 << 20;

    /** How a call ended. */
    public sealed interface Outcome {

        /** An answer whose signature holds, with any status; the body is at most 1 MiB. */
        record Answered(int status, byte[] body) implements Outcome {}

        /** Refused before a byte was sent: it may be tried again without doubt. */
        record NotSent() implements Outcome {}

        /** Nothing is known of the effect: no answer in time, or half of one. */
        record Unknown() implements Outcome {}

        /** An answer that cannot be trusted: no, wrong or another's signature. */
        record Untrusted() implements Outcome {}
    }

    private final Operators operators;
    private final PartnerTokens tokens;
    private final TlsConfigurationRegistry tls;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Duration connectTimeout;
    private volatile HttpClient client;

    PartnerCalls(
            Operators operators,
            PartnerTokens tokens,
            OperatorsConfig config,
            TlsConfigurationRegistry tls,
            ObjectMapper mapper,
            Clock clock) {
        this.operators = operators;
        this.tokens = tokens;
        this.tls = tls;
        this.mapper = mapper;
        this.clock = clock;
        this.connectTimeout = config.connectTimeout();
    }

    /**
     * Posts {@code body} as JSON. Never throws for what the other side does; never called within a
     * transaction.
     *
     * @param deadline for the whole call, connecting included
     */
    public Outcome post(OperatorCode to, String path, Object body, Duration deadline) {
        var content = json(body);
        var sent = new Message(operators.self().value(), to.value(), "POST", path, content);
        var request =
                HttpRequest.newBuilder(operators.url(to).resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header(
                                MessageSignature.HEADER,
                                MessageSignature.sign(
                                        sent, operators.signingKey(), clock.instant()))
                        .POST(BodyPublishers.ofByteArray(content));
        if (operators.wantsToken(to)) {
            var token = tokens.of(to, deadline);
            if (token.isEmpty()) {
                return new Outcome.NotSent();
            }
            request.header("Authorization", "Bearer " + token.get());
        }
        var answer =
                client().sendAsync(
                                request.build(),
                                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            return trusted(to, sent, answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Outcome.Unknown();
        } catch (ExecutionException e) {
            return failed(to, e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Unknown();
        }
    }

    private Outcome trusted(OperatorCode from, Message sent, HttpResponse<byte[]> answer) {
        try {
            MessageSignature.verify(
                    answer.headers().firstValue(MessageSignature.HEADER).orElse(null),
                    sent.answeredBy(answer.body()),
                    operators.keysOf(from),
                    clock.instant(),
                    operators.tolerance());
            return new Outcome.Answered(answer.statusCode(), answer.body());
        } catch (NotTrusted e) {
            Log.warnf("answer of %s is not trusted: %s", from, e.getMessage());
            return new Outcome.Untrusted();
        }
    }

    private static Outcome failed(OperatorCode to, Throwable cause) {
        Log.warnf("call of %s failed: %s", to, cause.getClass().getSimpleName());
        return switch (cause) {
            case ConnectException e -> new Outcome.NotSent();
            case HttpConnectTimeoutException e -> new Outcome.NotSent();
            case SSLHandshakeException e -> new Outcome.NotSent();
            case UnresolvedAddressException e -> new Outcome.NotSent();
            default -> new Outcome.Unknown();
        };
    }

    private byte[] json(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("body cannot be written as JSON", e);
        }
    }

    /** Made at the first call: a service whose partners' certificates are missing still starts. */
    private synchronized HttpClient client() {
        if (client == null) {
            try {
                client =
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(connectTimeout)
                                .sslContext(tls.get(TLS).orElseThrow().createSSLContext())
                                .build();
            } catch (Exception e) {
                throw new IllegalStateException("TLS for partners is not configured", e);
            }
        }
        return client;
    }
}
