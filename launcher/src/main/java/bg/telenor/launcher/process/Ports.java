package bg.telenor.launcher.process;

import bg.telenor.kit.local.SuiteService;

/**
 * All ports of one suite, counted from its base, so that two suites run side by side.
 *
 * @param base Keycloak's
 */
public record Ports(int base) {

    public static final int DEFAULT_BASE = 8080;

    private static final int LAST_OFFSET = 39;

    public Ports {
        if (base < 1024 || base + LAST_OFFSET > 65_535) {
            throw new IllegalArgumentException(
                    "SUITE_PORT_BASE must be from 1024 to " + (65_535 - LAST_OFFSET));
        }
    }

    public static Ports of(String baseOrNull) {
        return new Ports(baseOrNull == null ? DEFAULT_BASE : Integer.parseInt(baseOrNull));
    }

    public int keycloak() {
        return base;
    }

    public int http(SuiteService service) {
        return base + service.portOffset();
    }

    public int tls(SuiteService service) {
        return base + service.tlsPortOffset();
    }

    public int postgres() {
        return base + 20;
    }

    public int kafka() {
        return base + 21;
    }

    public int kafkaController() {
        return base + 22;
    }

    public int counterpart(Counterpart counterpart) {
        return base + counterpart.offset;
    }

    public int counterpartsAdmin() {
        return base + LAST_OFFSET;
    }

    /** Whoever is outside the suite and has a port of its own. */
    public enum Counterpart {
        REGIX(30),
        A1(31),
        VIVACOM(32),
        GOOGLE(33),
        BILLING(34),
        NOTIFIER(35);

        private final int offset;

        Counterpart(int offset) {
            this.offset = offset;
        }
    }
}
