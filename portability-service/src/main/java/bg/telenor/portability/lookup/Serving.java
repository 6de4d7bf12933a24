package bg.telenor.portability.lookup;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.Route;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who serves a ported number, and since when.
 *
 * @param sinceMicros microseconds since 1970, which is what the table of numbers keeps
 */
record Serving(Party party, long sinceMicros) {

    private static final long FARTHEST = Long.MAX_VALUE / 2_000_000;

    /**
     * What many numbers have in common.
     *
     * @param blockOperator whose range the numbers are of
     * @param route null when calls go by range
     */
    record Party(OperatorCode blockOperator, OperatorCode operator, Route route) {

        /** The route as answers write it; null when calls go by range. */
        String routeOrNull() {
            return route == null ? null : route.value();
        }
    }

    Serving(Party party, Instant since) {
        this(party, micros(since));
    }

    Instant since() {
        return Instant.EPOCH.plus(sinceMicros, ChronoUnit.MICROS);
    }

    /** Of a moment that is farther away than can be told, the farthest that can. */
    static long micros(Instant moment) {
        long seconds = Math.clamp(moment.getEpochSecond(), -FARTHEST, FARTHEST);
        return seconds * 1_000_000 + moment.getNano() / 1000;
    }
}
