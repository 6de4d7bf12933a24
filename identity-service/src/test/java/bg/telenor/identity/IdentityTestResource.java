package bg.telenor.identity;

import bg.telenor.kit.local.FreePorts;
import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The suite's surroundings, and a port kept free for the register that {@link Register} opens. */
public class IdentityTestResource implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "identity.test.register.port";

    private final SuiteTestResource suite = new SuiteTestResource();

    @Override
    public Map<String, String> start() {
        suite.init(Map.of("db", "identity"));
        var settings = new HashMap<>(suite.start());
        settings.put("REGIX_URL", "https://localhost:" + reserve());
        settings.put("suite.regix.deadline", "2S");
        settings.put("suite.regix.connect-timeout", "1S");
        settings.put("suite.references.first-back-off", "0.2S");
        settings.put("suite.references.longest-back-off", "1S");
        settings.putAll(partners());
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

    private static int reserve() {
        int port = FreePorts.next();
        System.setProperty(PORT, Integer.toString(port));
        return port;
    }
}
