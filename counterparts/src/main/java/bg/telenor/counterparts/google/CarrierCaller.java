package bg.telenor.counterparts.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Calls the carrier's carriers-v1, as Google does. */
public final class CarrierCaller {

    /** Our account at Google, as the carrier knows it. */
    public static final String PIAID = "TelenorBG_EUR";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOSE = "application/jose";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What came back.
     *
     * @param answer opened and verified, or as it stands when it is not sealed
     */
    public record Called(String requestId, int status, JsonNode answer) {

        /** The name of the result, such as {@code success}, or nothing of an error. */
        public String result() {
            var names = answer.path("result").fieldNames();
            return names.hasNext() ? names.next() : "";
        }

        public String errorCode() {
            return answer.path("errorResponseCode").asText();
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI carrier;
    private final Supplier<String> tokens;
    private final CarrierSeal seal;

    CarrierCaller(URI carrier, Supplier<String> tokens, CarrierSeal seal) {
        this.carrier = carrier;
        this.tokens = tokens;
        this.seal = seal;
    }

    /** An empty request with a header of its own; the time is set when it is sent. */
    public static ObjectNode request() {
        var request = JSON.createObjectNode();
        var header = request.putObject("requestHeader");
        header.putObject("protocolVersion").put("major", 1);
        header.put("requestId", "G:" + UUID.randomUUID());
        header.put("paymentIntegratorAccountId", PIAID);
        return request;
    }

    /** Sends a request, now and as it is; the same request may be sent again. */
    public Called call(String method, ObjectNode request, Misbehaviour misbehaviour) {
        var now = Instant.now();
        var said = misbehaviour == Misbehaviour.STALE_TIMESTAMP ? now.minusSeconds(300) : now;
        ((ObjectNode) request.get("requestHeader"))
                .putObject("requestTimestamp")
                .put("epochMillis", Long.toString(said.toEpochMilli()));
        var http = http(method, seal.seal(request, misbehaviour));
        var requestId = request.at("/requestHeader/requestId").asText();
        if (misbehaviour != Misbehaviour.DUPLICATE) {
            return send(requestId, http).join();
        }
        var first = send(requestId, http);
        var second = send(requestId, http).join();
        // Each refusal has an id of its own, so only what had an effect is told alike.
        if (second.status() == 200 && !first.join().equals(second)) {
            throw new IllegalStateException("the carrier answered a duplicate differently");
        }
        return second;
    }

    private HttpRequest http(String method, String sealed) {
        return HttpRequest.newBuilder(carrier.resolve("/carriers-v1/" + method))
                .header("Authorization", "Bearer " + tokens.get())
                .header("Content-Type", JOSE)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(sealed))
                .build();
    }

    private CompletableFuture<Called> send(String requestId, HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> called(requestId, response));
    }

    private Called called(String requestId, HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        try {
            var answer =
                    type.startsWith(JOSE)
                            ? seal.open(response.body())
                            : JSON.readTree(response.body());
            return new Called(requestId, response.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException("answer is not JSON", e);
        }
    }
}
