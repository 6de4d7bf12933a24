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
import java.util.function.Predicate;

/** The admin API of the counterparts, which no document publishes: what others do and were told. */
final class Counterparts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;
    private final Narrator narrator;

    Counterparts(int port, Narrator narrator) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.narrator = narrator;
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** Looks again and again, and tells of the last look only. */
    JsonNode await(String path, String what, Predicate<JsonNode> done) {
        var look = request(path).GET().build();
        var seen =
                Patience.until(
                        what,
                        () -> exchange(look),
                        answer -> done.test(answer.body()),
                        answer -> answer.body().toString());
        narrator.answer("GET", path, seen.status(), seen.body().toString());
        return seen.body();
    }

    private JsonNode send(String method, String path, Object body) {
        var json = BodyPublishers.ofString(JSON.valueToTree(body).toString());
        var answer = exchange(request(path).method(method, json).build());
        narrator.answer(method, path, answer.status(), answer.body().toString());
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
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
    }
}
