package bg.telenor.identity.reference;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The register is asked to answer later, and looked at for it seldom enough that what it brings
 * comes first.
 */
public class Asynchronous implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "suite.regix.processing", "ASYNCHRONOUS",
                "suite.references.first-check", "3S",
                "suite.references.longest-check", "3S",
                "suite.references.pending-for", "25S",
                "suite.regix.acknowledgement.first-back-off", "0.5S",
                "suite.regix.acknowledgement.longest-back-off", "0.5S",
                "suite.regix.acknowledgement.attempts", "100");
    }
}
