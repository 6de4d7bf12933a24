package bg.telenor.portability.number;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.Msisdn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Look-ups in this replica's memory. */
@ApplicationScoped
class NumberLookups {

    private final NumberMap numbers;
    private final NumberTopicReader reader;
    private final Clock clock;

    NumberLookups(NumberMap numbers, NumberTopicReader reader, Clock clock) {
        this.numbers = numbers;
        this.reader = reader;
        this.clock = clock;
    }

    NumberView of(Msisdn number, Instant moment) {
        return numbers.at(number, moment)
                .map(serving -> NumberView.of(number, serving))
                .orElseGet(() -> NumberView.unported(number, numbers.rangeHolder(number)));
    }

    /** The moment asked about, or now. */
    Instant momentOf(Instant asOf) {
        return asOf == null ? clock.instant() : asOf;
    }

    /**
     * For how long changes may have gone unnoticed.
     *
     * @throws ProblemException UNAVAILABLE before all numbers are known
     */
    Duration staleness() {
        return reader.staleness().orElseThrow(() -> new ProblemException(CommonError.UNAVAILABLE));
    }
}
