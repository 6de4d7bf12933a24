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
        return settings;
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
