package bg.telenor.counterparts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.billing.BillingCounterpart;
import bg.telenor.kit.local.FreePorts;
import bg.telenor.kit.local.LocalTls;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Billing, told by the admin API what to say to the suite. */
class BillingAdminTest {

    private static final String LINES = "{\"n\":1}\n{\"n\":2}";

    @TempDir static Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private HttpServer suite;
    private CounterpartServer billing;
    private AdminApi admin;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        suite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        suite.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var headers = exchange.getRequestHeaders();
                        heard.add(
                                String.join(
                                        " ",
                                        exchange.getRequestMethod(),
                                        exchange.getRequestURI().getPath(),
                                        headers.getFirst("Content-Type"),
                                        headers.getFirst("Authorization"),
                                        new String(
                                                exchange.getRequestBody().readAllBytes(), UTF_8)));
                        var answer = "{\"results\":[]}".getBytes(UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        suite.start();
        var uri = URI.create("http://localhost:" + suite.getAddress().getPort());
        LocalTls.write(folder, Instant.now());
        var counterpart = new BillingCounterpart(service -> uri, () -> "a-token");
        billing = CounterpartServer.start(counterpart, 0, new TlsFolder(folder));
        int port = FreePorts.next();
        admin = new AdminApi(port, List.of(billing));
        address = URI.create("http://localhost:" + port);
    }

    @AfterEach
    void stop() {
        admin.close();
        billing.close();
        suite.stop(0);
    }

    @Test
    void saysSubscriptionsToConsentServiceAsItWasTold() throws Exception {
        var answer = post("/admin/billing/subscriptions");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"results\":[]}");
        assertThat(heard)
                .containsExactly(
                        "POST /v1/subscriptions application/x-ndjson Bearer a-token " + LINES);
    }

    @Test
    void saysObligationsToDebtCheckServiceAsItWasTold() throws Exception {
        post("/admin/billing/obligations");

        assertThat(heard)
                .containsExactly(
                        "POST /v1/obligations application/x-ndjson Bearer a-token " + LINES);
    }

    private HttpResponse<String> post(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .POST(HttpRequest.BodyPublishers.ofString(LINES))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
