package bg.telenor.portability.number;

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

    /**
     * What many numbers have in common.
     *
     * @param blockOperator whose range the numbers are of
     */
    record Party(OperatorCode blockOperator, OperatorCode operator, Route route) {}

    Serving(Party party, Instant since) {
        this(party, micros(since));
    }

    Instant since() {
        return Instant.EPOCH.plus(sinceMicros, ChronoUnit.MICROS);
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
