package bg.telenor.pay.domain;

import static bg.telenor.pay.domain.PurchaseTest.CHARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.SpendingLimits.Spent;
import bg.telenor.pay.domain.SpendingLimits.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpendingLimitsTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Spent NOTHING = spent(0, 0);
    private static final SpendingLimits LIMITS =
            new SpendingLimits(Money.eur(50_00), Money.eur(100_00), Money.eur(300_00));

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(50_01, NOTHING, DeclineReason.EXCEEDS_TRANSACTION_LIMIT),
                Arguments.of(Long.MAX_VALUE, NOTHING, DeclineReason.EXCEEDS_TRANSACTION_LIMIT),
                Arguments.of(1, spent(100_00, 100_00), DeclineReason.EXCEEDS_DAILY_LIMIT),
                Arguments.of(50_00, spent(50_01, 50_01), DeclineReason.EXCEEDS_DAILY_LIMIT),
                Arguments.of(1, spent(0, 300_00), DeclineReason.EXCEEDS_MONTHLY_LIMIT),
                Arguments.of(50_00, spent(50_00, 250_01), DeclineReason.EXCEEDS_MONTHLY_LIMIT));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatGoesBeyondALimit(long cents, Spent spent, DeclineReason reason) {
        assertThat(LIMITS.refuse(Money.eur(cents), spent)).contains(reason);
    }

    @Test
    void letsALimitBeReached() {
        var refusal = LIMITS.refuse(Money.eur(50_00), spent(50_00, 250_00));

        assertThat(refusal).isEmpty();
    }

    @Test
    void refusesAnotherCurrency() {
        var refusal = LIMITS.refuse(new Money(1, "USD"), NOTHING);

        assertThat(refusal).contains(DeclineReason.CURRENCY_NOT_SUPPORTED);
    }

    @Test
    void declinesWhateverAClosedAccountIsAskedFor() {
        var purchase = LIMITS.decide(CHARGE, false, NOTHING);

        assertThat(purchase).isEqualTo(new Purchase.Declined(CHARGE, DeclineReason.ACCOUNT_CLOSED));
    }

    @Test
    void capturesWhatNoLimitForbids() {
        var purchase = LIMITS.decide(CHARGE, true, NOTHING);

        assertThat(purchase).isEqualTo(new Purchase.Captured(CHARGE));
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new SpendingLimits(Money.eur(2), Money.eur(1), Money.eur(3)));
    }

    @Test
    void countsTheCalendarDayOfSofia() {
        var lateEvening = Instant.parse("2026-03-02T21:59:59Z");

        var day = Window.day(lateEvening, SOFIA);

        assertThat(day)
                .isEqualTo(
                        new Window(
                                Instant.parse("2026-03-01T22:00:00Z"),
                                Instant.parse("2026-03-02T22:00:00Z")));
    }

    @Test
    void countsADayOf23HoursWhenClocksChange() {
        var day = Window.day(Instant.parse("2026-03-29T12:00:00Z"), SOFIA);

        assertThat(Duration.between(day.from(), day.until())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void countsTheCalendarMonthOfSofia() {
        var firstHour = Instant.parse("2026-03-31T21:30:00Z");

        var month = Window.month(firstHour, SOFIA);

        assertThat(month)
                .isEqualTo(
                        new Window(
                                Instant.parse("2026-03-31T21:00:00Z"),
                                Instant.parse("2026-04-30T21:00:00Z")));
    }

    private static Spent spent(long today, long thisMonth) {
        return new Spent(Money.eur(today), Money.eur(thisMonth));
    }
}
