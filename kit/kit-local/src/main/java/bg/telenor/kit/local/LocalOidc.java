package bg.telenor.kit.local;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * An identity provider for tests: discovery, keys, and tokens for the clients of the suite, which
 * it takes at their word. The suite itself runs with Keycloak.
 */
public final class LocalOidc implements AutoCloseable {

    private static final String REALM = "/realms/suite";
    private static final String PROTOCOL = REALM + "/protocol/openid-connect";
    private static final Pattern CLIENT = Pattern.compile("(?:^|&)client_id=([^&]+)");

    private final HttpServer server;
    private final JWK key;
    private final Map<String, String> alike = new ConcurrentHashMap<>();

    private LocalOidc(HttpServer server, JWK key) {
        this.server = server;
        this.key = key;
    }

    /** Starts it on any free port; tokens are signed with {@code key}, of either kind. */
    public static LocalOidc start(JWK key) {
        try {
            var loopback = InetAddress.getLoopbackAddress();
            var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            var oidc = new LocalOidc(server, key);
            server.createContext(
                    REALM + "/.well-known/openid-configuration",
                    exchange -> answer(exchange, oidc.discovery()));
            server.createContext(
                    PROTOCOL + "/certs", exchange -> answer(exchange, new JWKSet(key).toString()));
            server.createContext(PROTOCOL + "/token", oidc::issue);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return oidc;
        } catch (IOException e) {
            throw new UncheckedIOException("the identity provider does not start", e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + REALM;
    }

    /** A token of a client, with all that the client may ask for. */
    public TestToken token(String client) {
        return TestToken.of(key, issuer(), client, Instant.now());
    }

    /** From now on a client that the suite does not know gets what the other may ask for. */
    public void treat(String client, String like) {
        alike.put(client, like);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        var protocol = issuer() + "/protocol/openid-connect";
        return """
               {"issuer":"%1$s","jwks_uri":"%2$s/certs","token_endpoint":"%2$s/token",
                "authorization_endpoint":"%2$s/auth","response_types_supported":["code"],
                "subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["ES256","RS256"]}
               """
                .formatted(issuer(), protocol);
    }

    private void issue(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var client = CLIENT.matcher(form);
        var token =
                client.find()
                        ? granted(URLDecoder.decode(client.group(1), StandardCharsets.UTF_8)).text()
                        : "";
        answer(
                exchange,
                """
                {"access_token":"%s","token_type":"Bearer","expires_in":300}
                """
                        .formatted(token));
    }

    private TestToken granted(String client) {
        var like = alike.get(client);
        return like == null ? token(client) : token(like).client(client);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
