package bg.telenor.portability.number;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.plan.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Look-ups in this replica's memory. */
@ApplicationScoped
class NumberLookups {

    private final NumberMap numbers;
    private final Plans plans;
    private final NumberTopicReader reader;
    private final Clock clock;

    NumberLookups(NumberMap numbers, Plans plans, NumberTopicReader reader, Clock clock) {
        this.numbers = numbers;
        this.plans = plans;
        this.reader = reader;
        this.clock = clock;
    }

    NumberView of(Msisdn number, Instant moment) {
        var serving = numbers.at(number, moment);
        var holder = plans.current().holder(number, moment);
        return serving == null
                ? NumberView.unported(number, holder)
                : NumberView.of(number, serving, holder);
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
