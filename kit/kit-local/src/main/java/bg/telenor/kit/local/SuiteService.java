package bg.telenor.kit.local;

import java.util.Arrays;
import java.util.Locale;

/** The five services, with what is fixed of each on one machine. */
public enum SuiteService {
    IDENTITY("identity-service", 1),
    PORTABILITY("portability-service", 2),
    DEBT_CHECK("debt-check-service", 3),
    PAY("pay-with-telenor-service", 4),
    CONSENT("consent-service", 5);

    private final String serviceName;
    private final int portOffset;

    SuiteService(String serviceName, int portOffset) {
        this.serviceName = serviceName;
        this.portOffset = portOffset;
    }

    /** Its application name, audience, event source and Maven module. */
    public String serviceName() {
        return serviceName;
    }

    /** Its database and the prefix of its roles; its keys are in {@code <database>_keys}. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its HTTP port, counted from the suite's port base. */
    public int portOffset() {
        return portOffset;
    }

    /** Its port for mutual TLS. */
    public int tlsPortOffset() {
        return portOffset + 10;
    }

    /**
     * @throws IllegalArgumentException when no service has this name
     */
    public static SuiteService named(String serviceName) {
        return Arrays.stream(values())
                .filter(service -> service.serviceName.equals(serviceName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + serviceName));
    }
}
