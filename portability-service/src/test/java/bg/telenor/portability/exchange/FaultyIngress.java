package bg.telenor.portability.exchange;

import bg.telenor.counterparts.TlsFolder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the messages of others reach an operator: mutual TLS ends here, as it does at the ingress
 * in production. It passes on what it gets, byte for byte, unless it is told to fail.
 */
final class FaultyIngress implements AutoCloseable {

    private static final Set<String> PASSED =
            Set.of("content-type", "accept", "authorization", "x-jws-signature");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What becomes of a message. */
    enum Weather {
        FINE,
        /** Nothing comes through. */
        CUT,
        /** A third of the messages is lost, a third of the answers; some come twice or late. */
        STORM
    }

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpsServer server;
    private final URI behind;
    private final Random random;
    private volatile Weather weather = Weather.FINE;

    private FaultyIngress(HttpsServer server, URI behind, Random random) {
        this.server = server;
        this.behind = behind;
        this.random = random;
    }

    /** Opens the port of an operator that listens, without TLS, at {@code behind}. */
    static FaultyIngress open(int port, TlsFolder tls, String name, URI behind, Random random) {
        try {
            var server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setHttpsConfigurator(
                    new HttpsConfigurator(tls.context(name)) {

                        @Override
                        public void configure(HttpsParameters parameters) {
                            var wanted = getSSLContext().getDefaultSSLParameters();
                            wanted.setNeedClientAuth(true);
                            parameters.setSSLParameters(wanted);
                        }
                    });
            var ingress = new FaultyIngress(server, behind, random);
            server.createContext("/", ingress::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return ingress;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    void weather(Weather now) {
        weather = now;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            switch (weather) {
                case FINE -> answer(exchange, forward(exchange, body));
                case CUT -> {}
                case STORM -> storm(exchange, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closing without an answer is how a message, or its answer, is lost. */
    private void storm(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        switch (random.nextInt(6)) {
            case 0, 1 -> {}
            case 2 -> forward(exchange, body);
            case 3 -> {
                forward(exchange, body);
                answer(exchange, forward(exchange, body));
            }
            case 4 -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(3_000)));
                answer(exchange, forward(exchange, body));
            }
            default -> answer(exchange, forward(exchange, body));
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                        .timeout(PATIENCE)
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (header, values) -> {
                            if (PASSED.contains(header.toLowerCase(Locale.ROOT))) {
                                values.forEach(value -> request.header(header, value));
                            }
                        });
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answered)
            throws IOException {
        answered.headers()
                .map()
                .forEach(
                        (header, values) -> {
                            if (PASSED.contains(header.toLowerCase(Locale.ROOT))) {
                                exchange.getResponseHeaders().put(header, values);
                            }
                        });
        exchange.sendResponseHeaders(
                answered.statusCode(), answered.body().length == 0 ? -1 : answered.body().length);
        exchange.getResponseBody().write(answered.body());
    }
}
