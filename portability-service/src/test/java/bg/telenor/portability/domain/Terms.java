package bg.telenor.portability.domain;

import bg.telenor.portability.domain.WorkingCalendar.Term;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/** Terms for tests: an hour for everything. */
final class Terms {

    static final Duration HOUR = Duration.ofHours(1);

    static final PortingTerms SHORT = of(HOUR, HOUR);

    private Terms() {}

    /** All of one length but for how soon an order is asked after. */
    static PortingTerms of(Duration length, Duration repeat) {
        var calendar =
                new WorkingCalendar(
                        ZoneOffset.UTC, EnumSet.allOf(DayOfWeek.class), false, Set.of(), Set.of());
        var term = new Term.Elapsed(length);
        return new PortingTerms(
                calendar, term, term, term, term, new Term.Elapsed(repeat), term, length);
    }
}
