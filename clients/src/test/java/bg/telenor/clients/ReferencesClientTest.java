package bg.telenor.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.clients.http.ApiClient;
import bg.telenor.clients.http.ApiException;
import bg.telenor.clients.identity.ReferencesApi;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generated client, against bytes as the service sends them. */
class ReferencesClientTest {

    private static final UUID ID = UUID.fromString("7b0a8a5e-6f0e-4a57-9d0e-0f7c8a3b1c11");

    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer server;
    private ReferencesApi references;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        var client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + server.getAddress().getPort());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer token"));
        references = new ReferencesApi(client);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsAnAnswer() throws ApiException {
        answerWith(
                200,
                "application/json",
                """
                {"id":"%s","status":"CONFIRMED","documentValid":true,"aFieldOfALaterVersion":1}"""
                        .formatted(ID));

        var reference = references.getReference(ID);

        assertThat(asked.get()).isEqualTo("GET /v1/references/" + ID + " Bearer token");
        assertThat(reference.getStatus()).hasToString("CONFIRMED");
        assertThat(reference.getDocumentValid()).isTrue();
    }

    @Test
    void tellsARefusal() {
        answerWith(404, "application/problem+json", "{\"code\":\"NOT_FOUND\",\"status\":404}");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> references.getReference(ID))
                .satisfies(
                        e -> {
                            assertThat(e.getCode()).isEqualTo(404);
                            assertThat(e.getResponseBody()).contains("NOT_FOUND");
                        });
    }

    private void answerWith(int status, String type, String body) {
        server.createContext(
                "/",
                exchange -> {
                    asked.set(describe(exchange));
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static String describe(HttpExchange exchange) {
        return exchange.getRequestMethod()
                + " "
                + exchange.getRequestURI()
                + " "
                + exchange.getRequestHeaders().getFirst("Authorization");
    }
}
