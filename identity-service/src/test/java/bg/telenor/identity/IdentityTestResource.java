package bg.telenor.identity;

import bg.telenor.kit.local.FreePorts;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The suite's surroundings, a port kept free for the register that {@link Register} opens, one at
 * which it brings answers, and certificates for it that a test can change.
 */
public class IdentityTestResource implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "identity.test.register.port";

    /** Where a client is called back: the client's name follows. */
    public static final String SINK_PORT = "identity.test.sink.port.";

    private static final String CALLBACK = "identity.test.callback.url";
    static final String TLS = "identity.test.register.tls";

    private static final List<String> FILES =
            List.of("identity-service.pem", "identity-service.key", "ca.pem");

    private final SuiteTestResource suite = new SuiteTestResource();

    @Override
    public Map<String, String> start() {
        suite.init(Map.of("db", "identity"));
        var settings = new HashMap<>(suite.start());
        settings.put("REGIX_URL", "https://localhost:" + reserve());
        int callbackPort = FreePorts.next();
        var callbackUrl = "https://localhost:" + callbackPort + "/regix/callback";
        System.setProperty(CALLBACK, callbackUrl);
        settings.put("suite.regix.callback-url", callbackUrl);
        settings.put("suite.regix.callback.port", Integer.toString(callbackPort));
        settings.put("suite.regix.callback.clients", "CN=regix");
        settings.put("suite.regix.callback.deadline", "3S");
        settings.put("suite.regix.callback.at-once", "2");
        var tls = Suite.tls();
        settings.put(
                "quarkus.tls.another-authority.key-store.pem.0.cert",
                tls.resolve("identity-service.pem").toString());
        settings.put(
                "quarkus.tls.another-authority.key-store.pem.0.key",
                tls.resolve("identity-service.key").toString());
        settings.put(
                "quarkus.tls.another-authority.trust-store.pem.certs",
                tls.resolve("regix-signature-ca.pem").toString());
        settings.putAll(certificates());
        settings.put("quarkus.tls.regix.reload-period", "1S");
        settings.put("suite.regix.deadline", "2S");
        settings.put("suite.regix.connect-timeout", "1S");
        settings.put("suite.references.first-back-off", "0.2S");
        settings.put("suite.references.longest-back-off", "1S");
        settings.putAll(partners());
        settings.putAll(sinks());
        return settings;
    }

    /** Clients that are called back, impatiently, at ports that are kept free for them. */
    private static Map<String, String> sinks() {
        var settings = new HashMap<String, String>();
        for (var client : List.of("shop", "kiosk", "insider")) {
            var sink = "suite.webhooks.sinks." + client;
            int port = FreePorts.next();
            System.setProperty(SINK_PORT + client, Integer.toString(port));
            settings.put(sink + ".url", "https://localhost:" + port + "/called-back");
            settings.put(
                    sink + ".private-address-allowed", Boolean.toString(!client.equals("insider")));
        }
        settings.put("suite.webhooks.deadline", "1S");
        settings.put("suite.webhooks.first-pause", "0.2S");
        settings.put("suite.webhooks.longest-pause", "0.5S");
        return settings;
    }

    /** Partners that may have data matched, and how much of it. */
    private static Map<String, String> partners() {
        var partners = "suite.kyc-match.partners.";
        return Map.of(
                partners + "kyc-partner.code",
                "KYC_PARTNER",
                partners + "kyc-partner.attributes",
                "idDocument,name,givenName,middleNames,familyName,birthdate,country,region,locality,"
                        + "streetName,streetNumber,address,email,gender",
                partners + "kyc-partner.scores",
                "true",
                partners + "kyc-modest.code",
                "KYC_MODEST",
                partners + "kyc-modest.attributes",
                "familyName,birthdate,email",
                partners + "kyc-sparing.code",
                "KYC_SPARING",
                partners + "kyc-sparing.attributes",
                "familyName",
                partners + "kyc-sparing.per-day",
                "2");
    }

    @Override
    public void stop() {
        suite.stop();
    }

    /** Where the register brings answers. */
    public static URI callback() {
        return URI.create(System.getProperty(CALLBACK));
    }

    private static Map<String, String> certificates() {
        try {
            var folder = Files.createTempDirectory("register-tls");
            for (var file : FILES) {
                Files.copy(Suite.tls().resolve(file), folder.resolve(file));
            }
            System.setProperty(TLS, folder.toString());
            return Map.of(
                    "quarkus.tls.regix.key-store.pem.0.cert",
                    folder.resolve(FILES.get(0)).toString(),
                    "quarkus.tls.regix.key-store.pem.0.key",
                    folder.resolve(FILES.get(1)).toString(),
                    "quarkus.tls.regix.trust-store.pem.certs",
                    folder.resolve(FILES.get(2)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int reserve() {
        int port = FreePorts.next();
        System.setProperty(PORT, Integer.toString(port));
        return port;
    }
}
