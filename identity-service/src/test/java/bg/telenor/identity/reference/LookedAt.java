package bg.telenor.identity.reference;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** The register is asked to answer later, brings nothing, and is looked at often. */
public class LookedAt implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(new Asynchronous().getConfigOverrides());
        settings.put("suite.references.first-check", "1S");
        settings.put("suite.references.longest-check", "1S");
        settings.put("suite.references.pending-for", "8S");
        return settings;
    }
}
