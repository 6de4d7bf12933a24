package bg.telenor.launcher.demo;

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
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Speaks to one address, as one caller, and says what was answered. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final String tokenOrNull;
    private final Narrator narrator;

    Api(int port, String tokenOrNull, Narrator narrator) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.tokenOrNull = tokenOrNull;
        this.narrator = narrator;
    }

    /** Creates or looks up; every call is one of its own, with a key of its own. */
    JsonNode post(String path, Object body) {
        var request = request(path).header("Idempotency-Key", UUID.randomUUID().toString());
        return send("POST", path, request.POST(json(body)));
    }

    JsonNode postLines(String path, Object... lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            JsonNode tree = JSON.valueToTree(line);
            text.append(tree).append('\n');
        }
        return send(
                "POST",
                path,
                request(path)
                        .setHeader("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(text.toString())));
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, request(path).PUT(json(body)));
    }

    JsonNode get(String path) {
        return send("GET", path, request(path).GET());
    }

    /** Looks again and again, and tells of the last look only. */
    JsonNode await(String path, String what, Predicate<JsonNode> done) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = exchange(request(path).GET().build());
            if (done.test(answer.body())) {
                narrator.answer("GET", path, answer.status(), answer.body());
                return answer.body();
            }
            if (Instant.now().isAfter(end)) {
                throw new StepFailed(what + " did not happen in time; at last: " + answer.body());
            }
            pause();
        }
    }

    private JsonNode send(String method, String path, HttpRequest.Builder request) {
        var answer = exchange(request.build());
        narrator.answer(method, path, answer.status(), answer.body());
        if (answer.status() >= 300) {
            throw new StepFailed(method + " " + path + " was answered " + answer.status());
        }
        return answer.body();
    }

    private record Answer(int status, JsonNode body) {}

    private static Answer exchange(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            var text = response.body();
            var body = text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            return new Answer(response.statusCode(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json");
        return tokenOrNull == null
                ? request
                : request.header("Authorization", "Bearer " + tokenOrNull);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.valueToTree(body).toString());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
