package bg.telenor.kit.value;

import static bg.telenor.kit.value.PersonalNumber.Type.EGN;
import static bg.telenor.kit.value.PersonalNumber.Type.LNCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonalNumberTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void isOfTheDeclaredTypeEvenWhenBothChecksumsFit() {
        var both =
                IntStream.range(0, 1_000)
                        .mapToObj("752316%03d"::formatted)
                        .filter(nine -> Egn.checkDigit(nine) == Lnch.checkDigit(nine))
                        .map(nine -> nine + Egn.checkDigit(nine))
                        .findFirst()
                        .orElseThrow();

        assertThat(PersonalNumber.of(EGN, both)).isInstanceOf(Egn.class);
        assertThat(PersonalNumber.of(LNCH, both)).isInstanceOf(Lnch.class);
        assertThat(PersonalNumber.of(EGN, both)).isNotEqualTo(PersonalNumber.of(LNCH, both));
    }

    @Test
    void isNotGuessedWhenTheTypeIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalNumber.of(null, "7523169263"))
                .withMessageNotContaining("7523");
    }

    @Test
    void goesThroughJson() throws Exception {
        var number = new Egn("7523169263");

        var text = json.writeValueAsString(number);
        var read = json.readValue(text, PersonalNumber.class);

        assertThat(json.readTree(text))
                .isEqualTo(json.readTree("{\"type\":\"EGN\",\"value\":\"7523169263\"}"));
        assertThat(read).isEqualTo(number);
    }

    @Test
    void isRefusedFromJsonWithItsOwnWords() {
        assertThatThrownBy(
                        () ->
                                json.readValue(
                                        "{\"type\":\"LNCH\",\"value\":\"7111042922\"}",
                                        PersonalNumber.class))
                .isInstanceOf(ValueInstantiationException.class)
                .hasRootCauseMessage("LNCh check digit does not match");
    }
}
