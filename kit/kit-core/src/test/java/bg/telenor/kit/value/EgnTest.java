package bg.telenor.kit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EgnTest {

    @ParameterizedTest
    @CsvSource({
        "7523169263, 1875-03-16",
        "8032056031, 1880-12-05",
        "7542011030, 2075-02-01",
    })
    void readsTheBirthDateOfEveryCentury(String text, LocalDate born) {
        var egn = new Egn(text);

        assertThat(egn.birthDate()).isEqualTo(born);
        assertThat(egn.type()).isEqualTo(PersonalNumber.Type.EGN);
    }

    @Test
    void readsTheLeapDayOfACentenaryOnlyWhereThereWasOne() {
        var nineteenHundred = withCheckDigit("000229000");
        var twoThousand = withCheckDigit("004229000");

        assertThat(new Egn(twoThousand).birthDate()).isEqualTo(LocalDate.of(2000, 2, 29));
        assertThatIllegalArgumentException().isThrownBy(() -> new Egn(nineteenHundred));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "8019010008",
                "7552A10004",
                "752316926",
                "75231692630",
                "7523169264",
                " 7523169263",
                "٧٥٢٣١٦٩٢٦٣"
            })
    void refusesWhatIsNoEgn(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Egn(text))
                .withMessageStartingWith("EGN");
    }

    static IntStream monthsOfNoCentury() {
        return IntStream.of(0, 13, 19, 20, 33, 39, 40, 53, 59, 60, 61, 72, 73, 81, 92, 99);
    }

    @ParameterizedTest
    @MethodSource("monthsOfNoCentury")
    void refusesAMonthOfNoCenturyThoughTheCheckDigitFits(int month) {
        var text = withCheckDigit("80%02d01000".formatted(month));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Egn(text))
                .withMessage("EGN does not start with a valid date");
    }

    @Test
    void refusesADayThatTheMonthDoesNotHave() {
        var text = withCheckDigit("802230000");

        assertThatIllegalArgumentException().isThrownBy(() -> new Egn(text));
    }

    @Test
    void refusesEveryOtherCheckDigit() {
        var right = 3;

        var accepted =
                IntStream.rangeClosed(0, 9).filter(digit -> accepts("752316926" + digit)).toArray();

        assertThat(accepted).containsExactly(right);
    }

    @Test
    void printsMaskedAndSaysNothingOfItselfWhenRefused() {
        var egn = new Egn("7523169263");

        assertThat(egn).hasToString("EGN(masked)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Egn("7523169264"))
                .withMessageNotContaining("7523");
    }

    private static boolean accepts(String text) {
        try {
            return new Egn(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withCheckDigit(String nine) {
        return nine + Egn.checkDigit(nine);
    }
}
