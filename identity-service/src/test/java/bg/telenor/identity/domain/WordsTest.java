package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    /** The table of the Transliteration Act, its combinations of letters and its exceptions. */
    @ParameterizedTest
    @CsvSource({
        "абвгдежзийклмнопрстуфхцчшщъьюя, ABVGDEZHZIYKLMNOPRSTUFHTSCHSHSHTAYYUYA",
        "Джамбазки, DZHAMBAZKI",
        "Дзверино, DZVERINO",
        "Йовков, YOVKOV",
        "Синьо, SINYO",
        "София, SOFIA",
        "Илиян, ILIYAN",
        "Илия Илиев, ILIAILIEV",
        "Виктория-Мария, VIKTORIAMARIA",
        "България, BULGARIA",
        "Балгария, BULGARIA",
        "О'Нийл, ONIYL",
        "Müller, MULLER",
        "Ångström, ANGSTROM"
    })
    void writesANameInLatinLetters(String written, String latin) {
        assertThat(Words.ofName(written)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({
        "гр. София, СОФИЯ",
        "'ГР.СОФИЯ', Sofia",
        "обл. Мнимоград, Мнимоград",
        "'ул. \"Шести септември\"', ШЕСТИ СЕПТЕМВРИ",
        "бул. България, Bulgaria",
        "ж.к. Младост 1, ЖК МЛАДОСТ 1",
        "12А, 12 а",
        "ет. 05, 5",
        "№ 7, 7",
        "вх. Б, Б"
    })
    void knowsAPlaceHoweverItIsWritten(String one, String other) {
        assertThat(Words.ofPlace(one)).isEqualTo(Words.ofPlace(other));
    }

    @ParameterizedTest
    @CsvSource({"Мнимоград, Мнимово", "Младост 1, Младост 2", "12А, 12Б", "50, 5", "с. К, с. Н"})
    void tellsPlacesApart(String one, String other) {
        assertThat(Words.ofPlace(one)).isNotEqualTo(Words.ofPlace(other));
    }
}
