package bg.telenor.kit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Money FIVE = Money.eur(500);

    @Test
    void addsAndSubtracts() {
        assertThat(FIVE.plus(Money.eur(1))).isEqualTo(Money.eur(501));
        assertThat(FIVE.minus(FIVE)).isEqualTo(Money.eur(0));
    }

    @Test
    void refusesToBecomeNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.eur(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> FIVE.minus(Money.eur(501)));
    }

    @Test
    void refusesToOverflow() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.eur(Long.MAX_VALUE).plus(Money.eur(1)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"eur", "EURO", "XYZ", "€"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, currency));
    }

    @Test
    void refusesToMixCurrencies() {
        var leva = new Money(500, "BGN");

        assertThatIllegalArgumentException().isThrownBy(() -> FIVE.plus(leva));
        assertThatIllegalArgumentException().isThrownBy(() -> FIVE.minus(leva));
        assertThatIllegalArgumentException().isThrownBy(() -> FIVE.exceeds(leva));
    }

    @Test
    void exceedsOnlyWhatIsLess() {
        assertThat(FIVE.exceeds(Money.eur(499))).isTrue();
        assertThat(FIVE.exceeds(FIVE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "100, 51", "195583, 100000", "1000, 511", "2934, 1500"})
    void turnsLevaIntoEuroAtTheFixedRateRoundedHalfUp(long leva, long euro) {
        assertThat(new Money(leva, "BGN").inEuro()).isEqualTo(Money.eur(euro));
    }

    @Test
    void leavesEuroAsTheyAreAndKnowsNoOtherRate() {
        assertThat(FIVE.inEuro()).isEqualTo(FIVE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "USD").inEuro());
    }

    @Test
    void goesThroughJsonInMinorUnits() throws Exception {
        var json = new JsonMapper();

        var text = json.writeValueAsString(FIVE);

        assertThat(text).isEqualTo("{\"amountMinor\":500,\"currency\":\"EUR\"}");
        assertThat(json.readValue(text, Money.class)).isEqualTo(FIVE);
    }
}
