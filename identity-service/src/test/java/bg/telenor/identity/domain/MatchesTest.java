package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchesTest {

    private static final RegisteredPerson PERSON =
            new RegisteredPerson(
                    new PersonNames("ПРОБОСЛАВ", "МНИМОВ", "НЕБИВАЛСКИ"),
                    null,
                    LocalDate.of(1850, 5, 4),
                    null,
                    new Address(
                            "МНИМОГРАД",
                            "МНИМОГРАД",
                            "ГР.МНИМОГРАД",
                            "УЛ.ПРОБНА",
                            "7",
                            "А",
                            "3",
                            null),
                    false);

    @Test
    void comparesEachClaimedFieldByItself() {
        var claim =
                new Claim(
                        new PersonNames("Proboslav", null, "Nebivalski"),
                        LocalDate.of(1850, 4, 5),
                        new Address(
                                null, "Друга", "Мнимоград", "ул. Пробна", "7", "Б", null, "12"));

        var matches = Matches.of(PERSON, claim);

        assertThat(matches.same())
                .containsExactlyInAnyOrder(
                        ClaimedField.NAMES,
                        ClaimedField.SETTLEMENT,
                        ClaimedField.LOCATION,
                        ClaimedField.BUILDING);
        assertThat(matches.different())
                .containsExactlyInAnyOrder(
                        ClaimedField.BIRTH_DATE, ClaimedField.MUNICIPALITY, ClaimedField.ENTRANCE);
        assertThat(matches.namesScore()).isEqualTo(100);
    }

    @Test
    void comparesNothingThatIsNotClaimedOrNotGiven() {
        var bare = new RegisteredPerson(null, null, null, null, null, false);
        var claim = new Claim(PERSON.names(), PERSON.birthDate(), PERSON.address());

        assertThat(Matches.of(PERSON, Claim.NONE)).isEqualTo(Matches.NONE);
        assertThat(Matches.of(bare, claim)).isEqualTo(Matches.NONE);
    }

    @Test
    void anAddressThatHasChangedMakesNobodyAnother() {
        var others = EnumSet.allOf(ClaimedField.class);
        others.removeAll(Set.of(ClaimedField.NAMES, ClaimedField.BIRTH_DATE));

        assertThat(new Matches(Set.of(), others, null).contradict()).isFalse();
        assertThat(new Matches(Set.of(), Set.of(ClaimedField.NAMES), 90).contradict()).isTrue();
        assertThat(new Matches(Set.of(), Set.of(ClaimedField.BIRTH_DATE), null).contradict())
                .isTrue();
    }

    /** The register's own spelling, letter by letter, need not be the official one. */
    @ParameterizedTest
    @CsvSource({
        "John, Smythe, 100",
        "Dzhon, Smayt, 100",
        "John, Smayt, 100",
        "Джон, Смайт, 100",
        "Jon, Smythe, 90",
        "Dzhon, Smythx, 90"
    })
    void comparesNamesWithWhicheverSpellingOfTheRegisterIsCloser(
            String first, String family, int score) {
        var foreigner =
                new RegisteredPerson(
                        new PersonNames("ДЖОН", null, "СМАЙТ"),
                        new PersonNames("JOHN", null, "SMYTHE"),
                        null,
                        null,
                        null,
                        false);

        var matches =
                Matches.of(foreigner, new Claim(new PersonNames(first, null, family), null, null));

        assertThat(matches.namesScore()).isEqualTo(score);
    }

    @Test
    void comparesWithLatinNamesWhereThereAreNoOthers() {
        var foreigner =
                new RegisteredPerson(
                        null, new PersonNames("JOHN", null, "SMYTHE"), null, null, null, false);
        var claim = new Claim(new PersonNames("john", "Paul", "smythe"), null, null);

        assertThat(Matches.of(foreigner, claim).namesScore()).isEqualTo(100);
        assertThat(foreigner.fullName()).isEqualTo(new PersonNames("JOHN", null, "SMYTHE"));
    }
}
