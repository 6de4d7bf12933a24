package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.value.DocumentNumber;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPersonTest {

    private static final KnownPerson PERSON =
            new KnownPerson(
                    new PersonNames("ВЕБАБАСЛАВ", "ВЕБАМНИМОВ", "ВЕБАИЗМИСЛЕН"),
                    LocalDate.parse("1830-01-01"),
                    new DocumentNumber("AA2101100"),
                    new Address(
                            "Небивалово",
                            "Небивалово",
                            "гр. Небивалово",
                            "ул. Мислена",
                            "1",
                            "Б",
                            "2",
                            "12"));

    private static final KnownPerson NOBODY = new KnownPerson(null, null, null, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Вебабаслав Вебамнимов Вебаизмислен",
                "Vebabaslav Vebaizmislen",
                "Vebaizmislen, Vebabaslav",
                "ВЕБАИЗМИСЛЕН Вебабаслав Vebamnimov"
            })
    void knowsAFullNameWhateverItsOrder(String name) {
        assertThat(PERSON.likeness(KycAttribute.NAME, name)).hasValue(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ул. Мислена 1",
                "Mislena 01, ap. 12",
                "гр. Небивалово, ул. Мислена 1",
                "ул. Мислена № 1, вх. Б, ет. 2, ап. 12, гр. Небивалово"
            })
    void knowsAnAddressHoweverMuchOfItIsWritten(String address) {
        assertThat(PERSON.likeness(KycAttribute.ADDRESS, address)).hasValue(100);
    }

    @Test
    void doesNotTakeTheHouseForTheFlat() {
        assertThat(PERSON.likeness(KycAttribute.ADDRESS, "ул. Мислена 11, ап. 2").getAsInt())
                .isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "ID_DOCUMENT, aa 2101100",
        "GIVEN_NAME, Vebabaslav",
        "MIDDLE_NAMES, Вебамнимов",
        "FAMILY_NAME, vebaizmislen",
        "STREET_NAME, Мислена",
        "STREET_NUMBER, № 1",
        "REGION, обл. Небивалово",
        "LOCALITY, Nebivalovo",
        "COUNTRY, bg",
        "HOUSE_NUMBER_EXTENSION, ап. 12",
        "BIRTHDATE, 1830-01-01"
    })
    void knowsEachValueHoweverItIsWritten(KycAttribute attribute, String claimed) {
        assertThat(PERSON.likeness(attribute, claimed)).hasValue(100);
        assertThat(PERSON.likeness(attribute, claimed + "5").getAsInt()).isLessThan(100);
    }

    @ParameterizedTest
    @EnumSource(KycAttribute.class)
    void saysNothingOfWhatIsNotKnown(KycAttribute attribute) {
        assertThat(NOBODY.likeness(attribute, "anything")).isEmpty();
        assertThat(PERSON.likeness(attribute, "anything").isPresent())
                .isEqualTo(attribute.isHeld());
    }

    @Test
    void isNeverPrinted() {
        assertThat(PERSON).hasToString("KnownPerson(masked)");
    }
}
