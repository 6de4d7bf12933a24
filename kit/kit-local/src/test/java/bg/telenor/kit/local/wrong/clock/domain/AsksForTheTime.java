package bg.telenor.kit.local.wrong.clock.domain;

import java.time.Instant;
import java.time.ZoneOffset;

/** Breaks the rule that domain is given the time. */
record AsksForTheTime(Instant at) {

    static boolean isPast(Instant end) {
        return end.atOffset(ZoneOffset.UTC).toInstant().isBefore(Instant.now());
    }
}
