package bg.telenor.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private final Set<InetSocketAddress> callers = new HashSet<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    callers.add(exchange.getRemoteAddress());
                    var body = exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(201, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void manyCallsTakeOneConnection() throws Exception {
        try (var wire = new Wire(SocketFactory.getDefault(), "127.0.0.1", port())) {
            for (int i = 0; i < 3; i++) {
                var reply = wire.send("POST /some HTTP/1.1\r\n", "ехо".getBytes(UTF_8));

                assertThat(reply.status()).isEqualTo(201);
                assertThat(reply.text()).isEqualTo("ехо");
            }
        }

        assertThat(callers).hasSize(1);
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
