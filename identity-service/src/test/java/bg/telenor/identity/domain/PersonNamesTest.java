package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.SyntheticPersons;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonNamesTest {

    private static final String LETTERS = "абвгдежзийклмнопрстуфхцчшщъьюя";

    @ParameterizedTest
    @CsvSource({
        "ПРОБОСЛАВ, Пробослав, 100",
        "ПРОБОСЛАВ, proboslav, 100",
        "ЩЪРКА, Shtarka, 100",
        "МАРИЯ, Mariya, 100",
        "МАРИЯ, Maria, 100",
        "МАРИЯ-АНТОАНЕТА, Maria-Antoaneta, 100",
        "МАРИЯ-АНТОАНЕТА, Мария Антоанета, 100",
        "ЖУЖИНА-ЦАНКЬОВСКА, Жужина Цанкьовска, 100",
        "ЖУЖИНА - ЦАНКЬОВСКА, Zhuzhina-Tsankyovska, 100",
        "МЮЛЕР, Müler, 83",
        "ПРОБОСЛАВ, Пробослава, 90",
        "ПРОБОСЛАВ, Прбоослав, 88",
        "ЖУЖИНА-ЦАНКЬОВСКА, Жужина, 42",
        "ПРОБОСЛАВ, '', 0"
    })
    void scoresHowAlikeTheLettersAre(String registered, String claimed, int score) {
        var names = new PersonNames(null, null, registered);

        assertThat(PersonNames.likeness(List.of(names), new PersonNames(null, null, claimed)))
                .isEqualTo(score);
    }

    @Test
    void weighsEachNameByItsLength() {
        var names = new PersonNames("АНА", "МНИМОВА", "НЕБИВАЛСКА");

        assertThat(
                        PersonNames.likeness(
                                List.of(names), new PersonNames("Ана", "Мнимова", "Небивалскя")))
                .isEqualTo(95);
        assertThat(
                        PersonNames.likeness(
                                List.of(names), new PersonNames("Ива", "Мнимова", "Небивалска")))
                .isEqualTo(90);
    }

    @Test
    void decidesNothingFromANameThatOneSideLeavesOut() {
        var names = new PersonNames("ЕДИН", "МНИМОВ", null);

        assertThat(PersonNames.likeness(List.of(names), new PersonNames("един", null, "друг")))
                .isEqualTo(100);
        assertThat(PersonNames.likeness(List.of(names), new PersonNames(null, null, "друг")))
                .isNull();
        assertThat(PersonNames.likeness(List.of(names), new PersonNames("един", "друг", "друг")))
                .isLessThan(100);
    }

    static Stream<String> anyNames() {
        var random = new Random(20260302);
        return Stream.concat(
                IntStream.range(0, 200).mapToObj(n -> anyName(random)),
                IntStream.range(0, 50)
                        .mapToObj(n -> SyntheticPersons.nth(n * 37).family().cyrillic()));
    }

    @ParameterizedTest
    @MethodSource("anyNames")
    void knowsANameHoweverItIsWritten(String name) {
        Stream.of(
                        name.toUpperCase(Locale.ROOT),
                        "  " + name + " ",
                        Normalizer.normalize(name, Normalizer.Form.NFD),
                        Words.ofName(name),
                        Words.ofName(name).toLowerCase(Locale.ROOT))
                .forEach(written -> assertThat(likeness(name, written)).isEqualTo(100));
    }

    @ParameterizedTest
    @MethodSource("anyNames")
    void scoresASlipBelowTheSameAndMoreSlipsLower(String name) {
        var one = name + "ф";
        var two = "ф" + name + "ф";

        assertThat(likeness(name, one)).isBetween(1, 99);
        assertThat(likeness(name, two)).isBetween(1, likeness(name, one));
        assertThat(likeness(one, name)).isEqualTo(likeness(name, one));
    }

    private static int likeness(String registered, String claimed) {
        return PersonNames.likeness(
                List.of(new PersonNames(registered, null, null)),
                new PersonNames(claimed, null, null));
    }

    private static String anyName(Random random) {
        return IntStream.range(0, 3 + random.nextInt(12))
                .mapToObj(n -> "" + LETTERS.charAt(random.nextInt(LETTERS.length())))
                .collect(Collectors.joining());
    }
}
