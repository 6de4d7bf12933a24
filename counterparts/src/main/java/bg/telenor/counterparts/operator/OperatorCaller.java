package bg.telenor.counterparts.operator;

import bg.telenor.kit.signature.MessageSignature;
import bg.telenor.kit.signature.MessageSignature.NotTrusted;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** Calls the suite's services as the operator: with its access token, and every message signed. */
public final class OperatorCaller {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /**
     * What a service answered.
     *
     * @param trusted whether the answer bears our signature
     */
    public record Answered(int status, JsonNode body, boolean trusted) {}

    private final OperatorSignatures signatures;
    private final HttpClient http;
    private final Supplier<String> tokens;

    OperatorCaller(OperatorSignatures signatures, HttpClient http, Supplier<String> tokens) {
        this.signatures = signatures;
        this.http = http;
        this.tokens = tokens;
    }

    /** Posts a message to a service at {@code base}. */
    public Answered post(URI base, String path, Object message)
            throws IOException, InterruptedException {
        var body = json(message);
        return send(base, path, body, signatures.sign(path, body));
    }

    /** Posts a message whose signature is not the operator's. */
    public Answered postForged(URI base, String path, Object message)
            throws IOException, InterruptedException {
        var body = json(message);
        return send(base, path, body, signatures.forge(path, body));
    }

    private Answered send(URI base, String path, byte[] body, String signature)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + tokens.get())
                        .header(MessageSignature.HEADER, signature)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        var signed = answer.headers().firstValue(MessageSignature.HEADER).orElse(null);
        return new Answered(
                answer.statusCode(),
                JSON.readTree(answer.body()),
                isOurs(signed, path, answer.body()));
    }

    private boolean isOurs(String signature, String path, byte[] body) {
        try {
            signatures.verify(signature, path, body);
            return true;
        } catch (NotTrusted e) {
            return false;
        }
    }

    private static byte[] json(Object message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("message cannot be written as JSON", e);
        }
    }
}
