package bg.telenor.debtcheck;

import bg.telenor.kit.local.FreePorts;
import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The suite's surroundings, and ports kept free for the operators that {@link Others} opens. */
public class DebtCheckTestResource implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "debt-check.test.port.";

    private final SuiteTestResource suite = new SuiteTestResource();

    @Override
    public Map<String, String> start() {
        suite.init(Map.of("db", "debt_check"));
        var settings = new HashMap<>(suite.start());
        settings.put("OPERATOR_A1_URL", reserve("a1"));
        settings.put("OPERATOR_VIVACOM_URL", reserve("vivacom"));
        settings.put("suite.debt-check.decide-within", "PT8S");
        settings.put("suite.debt-check.answer-within", "PT4S");
        settings.put("suite.debt-check.retry-after", "PT1S");
        settings.put("suite.debt-check.while-restricted", "PT1S");
        settings.put("suite.debt-inquiries.per-person", "3");
        return settings;
    }

    @Override
    public void stop() {
        suite.stop();
    }

    private static String reserve(String operator) {
        int port = FreePorts.next();
        System.setProperty(PORT + operator, Integer.toString(port));
        return "https://localhost:" + port;
    }
}
