package bg.telenor.debtcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class ObligationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Period LIMITATION = Period.ofYears(3);

    @Test
    void countsWhenItIsOverdue() {
        assertThat(counts(Obligation.State.DUE, TODAY.minusDays(1))).isTrue();
    }

    @Test
    void doesNotCountOnTheDayItFallsDue() {
        assertThat(counts(Obligation.State.DUE, TODAY)).isFalse();
    }

    @Test
    void doesNotCountWhenItIsSettledOrDisputed() {
        assertThat(counts(Obligation.State.SETTLED, TODAY.minusDays(1))).isFalse();
        assertThat(counts(Obligation.State.DISPUTED, TODAY.minusDays(1))).isFalse();
    }

    @Test
    void countsToTheLastDayOfLimitationAndNoLonger() {
        assertThat(counts(Obligation.State.DUE, TODAY.minus(LIMITATION))).isTrue();
        assertThat(counts(Obligation.State.DUE, TODAY.minus(LIMITATION).minusDays(1))).isFalse();
    }

    private static boolean counts(Obligation.State state, LocalDate dueOn) {
        return new Obligation(state, dueOn).counts(TODAY, LIMITATION);
    }
}
