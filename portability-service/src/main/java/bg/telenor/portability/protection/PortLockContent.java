package bg.telenor.portability.protection;

import bg.telenor.kit.value.Msisdn;
import java.time.Instant;

/** What is sealed of a port lock. */
record PortLockContent(Msisdn number, Channel through, Instant lockedAt) {

    /** Where the subscriber asked for it. */
    enum Channel {
        MY_DATA,
        SHOP
    }
}
