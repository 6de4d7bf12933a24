package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One address, spoken to as one caller. */
final class Http {

    /** What was answered. */
    record Answer(int status, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port;
    private final String tokenOrNull;

    Http(int port, String tokenOrNull) {
        this.port = port;
        this.tokenOrNull = tokenOrNull;
    }

    /** Posts what must be accepted, and gives back what was made. */
    JsonNode create(String path, Object body) {
        var answer = post(path, UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 202);
        return answer.body();
    }

    Answer post(String path, String key, Object body) {
        return send("POST", path, "application/json", key, JSON.valueToTree(body).toString());
    }

    JsonNode put(String path, Object body) {
        var answer = send("PUT", path, "application/json", null, JSON.valueToTree(body).toString());
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 204);
        return answer.body();
    }

    JsonNode lines(String path, Object line) {
        var text = JSON.valueToTree(line) + "\n";
        var answer = send("POST", path, "application/x-ndjson", UUID.randomUUID().toString(), text);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 202);
        return answer.body();
    }

    Answer get(String path) {
        return send("GET", path, null, null, null);
    }

    Answer send(String method, String path, String contentType, String key, String body) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (tokenOrNull != null) {
            request.header("Authorization", "Bearer " + tokenOrNull);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Looks until it is as it should be. */
    JsonNode await(String path, Predicate<JsonNode> wanted) {
        return Awaitility.await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .ignoreException(UncheckedIOException.class)
                .until(() -> get(path).body(), wanted);
    }

    /** Looks until the field {@code status} is this. */
    JsonNode awaitStatus(String path, String status) {
        return await(path, body -> body.path("status").asText().equals(status));
    }

    private static JsonNode json(String text) throws IOException {
        return text.isBlank() || "{[\"".indexOf(text.strip().charAt(0)) < 0
                ? MissingNode.getInstance()
                : JSON.readTree(text);
    }
}
