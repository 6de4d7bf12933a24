package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Небивалски, НЕБИВАЛСКА",
        "Мнимов, Mnimova",
        "Мнимов, mnimov",
        "Несъществуващ, Nesashtestvuvasht"
    })
    void areOneForRelativesInEitherAlphabet(String one, String other) {
        assertThat(FamilyNames.of(one)).isEqualTo(FamilyNames.of(other));
    }

    @Test
    void ofADoubleNameEachHalfCounts() {
        assertThat(FamilyNames.of("Мнимова-Небивалска").stems())
                .containsExactlyInAnyOrder("MNIMOV", "NEBIVALSK");
    }

    @Test
    void aNameThatTooManyShareIsNone() {
        assertThat(FamilyNames.of("Ли")).isEqualTo(FamilyNames.NONE);
        assertThat(FamilyNames.of(" - ")).isEqualTo(FamilyNames.NONE);
        assertThat(FamilyNames.of(null)).isEqualTo(FamilyNames.NONE);
    }

    @Test
    void printMasked() {
        assertThat(FamilyNames.of("Мнимов")).hasToString("FamilyNames(masked)");
    }
}
