package bg.telenor.kit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LnchTest {

    @Test
    void takesANumberWhoseCheckDigitFits() {
        var lnch = new Lnch("7111042925");

        assertThat(lnch.value()).isEqualTo("7111042925");
        assertThat(lnch.type()).isEqualTo(PersonalNumber.Type.LNCH);
        assertThat(lnch).hasToString("LNCh(masked)");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"7111042922", "711104292", "71110429255", "7111O42925"})
    void refusesWhatIsNoLnch(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lnch(text))
                .withMessageStartingWith("LNCh");
    }

    @Test
    void knowsExactlyOneCheckDigitForNineDigits() {
        var digits =
                IntStream.rangeClosed(0, 9)
                        .filter(digit -> Lnch.checkDigit("711104292") == digit)
                        .toArray();

        assertThat(digits).containsExactly(5);
    }
}
