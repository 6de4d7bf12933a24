package bg.telenor.kit.work;

import io.quarkus.runtime.configuration.ConfigUtils;

/**
 * Named moments at which a fault test lets the process die as by kill -9: the one that the
 * environment variable {@code SUITE_KILL_AT} names. Outside such a test reaching one does nothing;
 * the production profile cannot arm any.
 */
public enum KillPoint {
    /** A request was accepted: its row and outbox are committed, the answer is not yet sent. */
    AFTER_ACCEPT,
    /** A counterpart answered, and nothing of it is written yet. */
    AFTER_OUTSIDE_CALL,
    /** The relay has picked up a committed event and not sent it. */
    AFTER_COMMIT,
    /** The broker has the event, and the outbox still has it too. */
    AFTER_RELAY,
    /** A handler has done its work, and its transaction is open. */
    MID_CONSUME;

    /** Dies here when armed for this point. */
    public void reached() {
        if (name().equals(Armed.NAME)) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** Read on first use, when the profile is known. */
    private static final class Armed {

        static final String NAME =
                ConfigUtils.isProfileActive("prod") ? null : System.getenv("SUITE_KILL_AT");
    }
}
