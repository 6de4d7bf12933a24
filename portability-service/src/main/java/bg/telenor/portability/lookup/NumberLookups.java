package bg.telenor.portability.lookup;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.plan.Plans;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Look-ups in this replica's memory. */
@Singleton
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
        var serving = servingOf(number, moment);
        var holder = holderOf(number, moment);
        return serving == null
                ? NumberView.unported(number, holder)
                : NumberView.of(number, serving, holder);
    }

    /** To whom a number was ported at a moment; null when its range's operator served it. */
    Serving servingOf(Msisdn number, Instant moment) {
        return numbers.at(number, moment);
    }

    /** Has what is known of many numbers near when they are looked up. */
    void bringNear(List<Msisdn> many) {
        numbers.bringNear(many);
    }

    /** Whose range a number is of at a moment; null when nobody's. */
    OperatorCode holderOf(Msisdn number, Instant moment) {
        return plans.current().holder(number, moment);
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
