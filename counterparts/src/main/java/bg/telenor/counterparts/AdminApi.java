package bg.telenor.counterparts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells the counterparts whom they know and how to fail; on loopback, for tests and demos. {@code
 * GET /admin} lists them, {@code PUT /admin/<name>/fault} sets a fault, and everything else below
 * {@code /admin/<name>} is the counterpart's.
 */
final class AdminApi implements AutoCloseable {

    private static final String ROOT = "/admin";

    private final Map<String, CounterpartServer> servers;
    private final HttpServer http;

    AdminApi(int port, List<CounterpartServer> counterparts) {
        servers =
                counterparts.stream()
                        .collect(Collectors.toMap(CounterpartServer::name, Function.identity()));
        counterparts.forEach(AdminApi::addFaultSwitch);
        try {
            http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("admin API cannot listen on " + port, e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::serve);
        http.start();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private static void addFaultSwitch(CounterpartServer server) {
        server.admin(
                "PUT",
                "/fault",
                call -> {
                    var wanted = call.json();
                    var mode = wanted.path("mode").asText().toUpperCase(Locale.ROOT);
                    server.fault(
                            new Fault(
                                    Fault.Mode.valueOf(mode),
                                    Duration.ofMillis(wanted.path("millis").asLong()),
                                    wanted.path("times").asInt()));
                    return Answer.empty(204);
                });
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange, exchange.getRequestURI().getPath());
            CounterpartServer.send(exchange, answer, answer.body().length);
        }
    }

    private Answer answer(HttpExchange exchange, String path) throws IOException {
        if (path.equals(ROOT)) {
            return Answer.json(200, servers.values().stream().map(AdminApi::state).toList());
        }
        var name = path.replaceFirst("^" + ROOT + "/([^/]+)/.*$", "$1");
        var server = servers.get(name);
        return server == null
                ? Answer.empty(404)
                : server.administer(exchange, path.substring(ROOT.length() + 1 + name.length()));
    }

    private static Map<String, Object> state(CounterpartServer server) {
        return Map.of(
                "name", server.name(),
                "uri", server.uri().toString(),
                "fault", server.fault().mode(),
                "calls", server.calls());
    }
}
