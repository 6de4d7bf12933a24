package bg.telenor.portability;

import bg.telenor.kit.local.FreePorts;
import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The suite's surroundings, and ports kept free for the operators that {@link Others} opens. */
public class PortabilityTestResource implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "portability.test.port.";

    private final SuiteTestResource suite = new SuiteTestResource();

    @Override
    public Map<String, String> start() {
        suite.init(Map.of("db", "portability"));
        var settings = new HashMap<>(suite.start());
        // The operators call us too, so that they must know our port before it is open.
        settings.put("quarkus.http.test-port", Integer.toString(reserve("portability")));
        settings.put("OPERATOR_A1_URL", "https://localhost:" + reserve("a1"));
        settings.put("OPERATOR_VIVACOM_URL", "https://localhost:" + reserve("vivacom"));
        settings.put(
                "suite.portability.calendar.weekdays",
                "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY");
        settings.put("suite.portability.calendar.public-holidays", "false");
        settings.put("suite.portability.windows.hours", "00:00-00:00");
        settings.put("suite.portability.windows.lead", "PT1S");
        settings.put("suite.portability.windows.shortest", "PT1M");
        settings.put("suite.portability.donor.objection-term", "PT0.001S");
        // Whoever holds a number that this one asks for has the time to say no.
        settings.put("suite.portability.donor.objection-terms.VIVACOM", "PT1H");
        settings.put("suite.portability.messages.deadline", "PT2S");
        settings.put("suite.portability.messages.longest-pause", "PT2S");
        settings.put("suite.number-recycling.partners.kyc-partner.code", "KYC_PARTNER");
        return settings;
    }

    @Override
    public void stop() {
        suite.stop();
    }

    private static int reserve(String name) {
        int port = FreePorts.next();
        System.setProperty(PORT + name, Integer.toString(port));
        return port;
    }
}
