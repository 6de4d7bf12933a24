package bg.telenor.counterparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticPersonsTest {

    @Test
    void countsPersonsWhoCannotBeAlive() {
        var births = IntStream.of(0, 1, 19_999, 20_000, 13_999_999).mapToObj(SyntheticPersons::nth);

        assertThat(births)
                .allSatisfy(
                        person -> assertThat(person.birthDate()).isBefore(LocalDate.of(1900, 1, 1)))
                .doesNotHaveDuplicates();
        assertThatIllegalArgumentException().isThrownBy(() -> SyntheticPersons.nth(14_000_000));
    }

    @Test
    void makesTheSamePersonOfTheSameNumber() {
        var person = SyntheticPersons.nth(4711);

        var again = SyntheticPersons.of(SyntheticPersons.egn(4711));

        assertThat(again).isEqualTo(person);
        assertThat(again.portrait()).isEqualTo(person.portrait());
    }

    @Test
    void makesModernPersonsAndForeignersToo() {
        var modern = SyntheticPersons.egn(LocalDate.of(2004, 2, 29), 7);

        assertThat(modern.birthDate()).isEqualTo(LocalDate.of(2004, 2, 29));
        assertThat(SyntheticPersons.of(SyntheticPersons.lnch(3)).birthDate())
                .isBefore(LocalDate.of(1900, 1, 1));
    }

    @Test
    void countsForeignersWhoHaveAnEgnApart() {
        var foreigners =
                IntStream.of(0, 1, 20_000, 1_999_999).mapToObj(SyntheticPersons::foreignersEgn);

        assertThat(foreigners).allMatch(SyntheticPersons::isForeigner).doesNotHaveDuplicates();
        assertThat(SyntheticPersons.isForeigner(SyntheticPersons.egn(13_999_999))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyntheticPersons.foreignersEgn(2_000_000));
    }

    @Test
    void writesNamesInLatinAsDocumentsDo() {
        assertThat(new SyntheticPersons.Name("Щърка Жужина-Цанкьовска").latin())
                .isEqualTo("Shtarka Zhuzhina-Tsankyovska");
    }
}
