package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {

    @ParameterizedTest
    @CsvSource({
        "ПРОБОСЛАВ, Пробослав, true",
        "ПРОБОСЛАВ, proboslav, true",
        "ЩЪРКА, Shtarka, true",
        "МАРИЯ, Mariya, true",
        "МАРИЯ, Maria, true",
        "ЖУЖИНА-ЦАНКЬОВСКА, Жужина Цанкьовска, true",
        "ЖУЖИНА - ЦАНКЬОВСКА, Zhuzhina-Tsankyovska, true",
        "ПРОБОСЛАВ, Пробослава, false",
        "ПРОБОСЛАВ, '', false"
    })
    void comparesLettersWhateverTheAlphabet(String registered, String claimed, boolean same) {
        var names = new PersonNames("ЕДИН", null, registered);

        assertThat(names.match(new PersonNames("един", null, claimed))).isEqualTo(same);
    }

    @Test
    void decidesNothingFromANameThatOneSideLeavesOut() {
        var names = new PersonNames("ЕДИН", "МНИМОВ", null);

        assertThat(names.match(new PersonNames("един", null, "друг"))).isTrue();
        assertThat(names.match(new PersonNames(null, null, "друг"))).isNull();
        assertThat(names.match(new PersonNames("друг", "мнимов", null))).isFalse();
    }
}
