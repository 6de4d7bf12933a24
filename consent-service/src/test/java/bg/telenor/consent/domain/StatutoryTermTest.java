package bg.telenor.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatutoryTermTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final StatutoryTerm MONTH =
            new StatutoryTerm(Period.ofMonths(1), SOFIA, Set.of());

    @Test
    void endsWithTheDayOfTheSameNumber() {
        var end = MONTH.endAfter(Instant.parse("2026-03-02T12:00:00Z"));

        assertThat(end).isEqualTo(endOf("2026-04-02"));
    }

    @Test
    void endsWithTheMonthsLastDayWhereItHasNoDayOfTheSameNumber() {
        var end = MONTH.endAfter(Instant.parse("2024-01-31T12:00:00Z"));

        assertThat(end).isEqualTo(endOf("2024-02-29"));
    }

    @Test
    void countsTheDayAsItIsInBulgaria() {
        var lateEvening = Instant.parse("2026-03-01T22:30:00Z");

        assertThat(MONTH.endAfter(lateEvening)).isEqualTo(endOf("2026-04-02"));
    }

    @Test
    void goesOnToMondayWhenItWouldEndOnASaturday() {
        var end = MONTH.endAfter(Instant.parse("2026-01-28T12:00:00Z"));

        assertThat(end).isEqualTo(endOf("2026-03-02"));
    }

    @Test
    void goesOnBehindAHoliday() {
        var term =
                new StatutoryTerm(Period.ofMonths(1), SOFIA, Set.of(LocalDate.parse("2026-03-03")));

        var end = term.endAfter(Instant.parse("2026-02-03T12:00:00Z"));

        assertThat(end).isEqualTo(endOf("2026-03-04"));
    }

    private static Instant endOf(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(SOFIA).toInstant();
    }
}
