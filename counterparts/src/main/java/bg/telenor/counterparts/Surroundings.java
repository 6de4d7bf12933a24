package bg.telenor.counterparts;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the counterparts need to know of the suite around them, from the environment.
 *
 * @param keys a folder of JWKs and JWK sets
 * @param issuer the OIDC realm's address
 */
public record Surroundings(
        int portBase, TlsFolder tls, Path keys, String issuer, Map<String, String> environment) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings of(Map<String, String> environment) {
        var portBase = Integer.parseInt(environment.getOrDefault("SUITE_PORT_BASE", "8080"));
        return new Surroundings(
                portBase,
                new TlsFolder(Path.of(environment.getOrDefault("SUITE_TLS_DIR", ".suite/tls"))),
                Path.of(environment.getOrDefault("SUITE_KEYS_DIR", ".suite/keys/counterparts")),
                environment.getOrDefault(
                        "OIDC_URL", "http://localhost:" + portBase + "/realms/telenor"),
                environment);
    }

    /** A setting with its default. */
    public String setting(String name, String otherwise) {
        return environment.getOrDefault(name, otherwise);
    }

    /** The address of a service of the suite, on its plain loopback port. */
    public URI service(int offset) {
        return URI.create("http://localhost:" + (portBase + offset));
    }

    /** A private key, of {@code <name>.jwk}. */
    public ECKey key(String name) {
        var file = keys.resolve(name + ".jwk");
        try {
            return ECKey.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new IllegalStateException(file.getFileName() + " holds no EC key", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Public keys, of {@code <name>.jwks}. */
    public JWKSet keySet(String name) {
        var file = keys.resolve(name + ".jwks");
        try {
            return JWKSet.load(file.toFile());
        } catch (ParseException e) {
            throw new IllegalStateException(file.getFileName() + " holds no keys", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The access tokens of a client whose key is {@code <key>.jwk}. */
    public Supplier<String> tokens(String client, String key) {
        return new CounterpartTokens(issuer, client, key(key));
    }
}
