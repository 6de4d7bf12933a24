package bg.telenor.identity.regix;

import static bg.telenor.identity.domain.DocumentKind.RESIDENCE_PERMIT;
import static bg.telenor.identity.domain.DocumentKind.TRAVEL_DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.PersonNames;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisteredPerson;
import bg.telenor.identity.domain.RegisteredPerson.Document;
import bg.telenor.identity.domain.RegisteredPerson.Stay;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the register of foreigners, in either version, with every trap that is known. */
class ForeignersAnswerTest {

    private static final Lnch LNCH = new Lnch("900000001" + Lnch.checkDigit("900000001"));
    private static final Egn EGN = new Egn("3021011000");

    private static final String PERMIT =
            """
            <IdentityDocument><DocumentType>x</DocumentType>
            <IdentityDocumentNumber>АА2101100 </IdentityDocumentNumber>
            <IssueDate>2018-08-21T00:00:00</IssueDate><IssuePlace>Никъдец</IssuePlace>
            <IssuerName>МВР</IssuerName><ValidDate>2028-08-21T00:00:00</ValidDate>
            <RPRemarks><RPRemark>x</RPRemark></RPRemarks><RPTypeOfPermit>x</RPTypeOfPermit>
            <StatusReasonCyrillic><any/></StatusReasonCyrillic><StatusDate>2018-08-21</StatusDate>
            <StatusCyrillic>Валиден</StatusCyrillic></IdentityDocument>\
            """;

    private static final String PASSPORT =
            """
            <TravelDocument><TravelDocumentSeries>XA </TravelDocumentSeries>
            <TravelDocumentNumber> 1234567</TravelDocumentNumber>
            <IssueDate>2019-01-02T00:00:00</IssueDate><IssuePlace>Другаде</IssuePlace>
            <IssuerName>x</IssuerName><ValidDate>2029-01-02T00:00:00</ValidDate>
            <StatusReasonCyrillic/><StatusDate>2019-01-02</StatusDate>
            <StatusCyrillic>ВАЛИДЕН</StatusCyrillic></TravelDocument>\
            """;

    private final AnswerReader reader = reader(Map.of());

    @Test
    void readsTheResidencePermit() {
        var person = found(RESIDENCE_PERMIT, "AA2101100", PERMIT + PASSPORT);

        assertThat(person.document())
                .isEqualTo(
                        new Document(
                                new DocumentNumber("AA2101100"),
                                LocalDate.of(2018, 8, 21),
                                "Никъдец",
                                "МВР",
                                LocalDate.of(2028, 8, 21),
                                true,
                                List.of()));
    }

    @Test
    void readsTheTravelDocumentWhoseNumberHasASeries() {
        var person = found(TRAVEL_DOCUMENT, "XA1234567", PERMIT + PASSPORT);

        assertThat(person.document())
                .isEqualTo(
                        new Document(
                                new DocumentNumber("XA1234567"),
                                LocalDate.of(2019, 1, 2),
                                "Другаде",
                                "x",
                                LocalDate.of(2029, 1, 2),
                                true,
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    XA, 1234567,   XA1234567, true
                    XA, XA1234567, XA1234567, true
                      , XA1234567, XA1234567, true
                    XA, 1234567,   1234567,   false
                    XA, ,          XA1234567,
                    """)
    void knowsATravelDocumentByItsWholeNumber(
            String series, String number, String shown, Boolean valid) {
        var passport =
                PASSPORT.replace("XA ", series == null ? "" : series)
                        .replace(" 1234567", number == null ? "" : number);

        assertThat(found(TRAVEL_DOCUMENT, shown, passport).document().valid()).isEqualTo(valid);
    }

    @Test
    void takesNothingOfAnotherDocumentThanTheOneShown() {
        var nothing = new DocumentNumber("AA9999999");

        assertThat(found(RESIDENCE_PERMIT, "AA9999999", PERMIT).document())
                .isEqualTo(new Document(nothing, null, null, null, null, false, List.of()));
        assertThat(found(TRAVEL_DOCUMENT, "AA9999999", PASSPORT).document())
                .isEqualTo(new Document(nothing, null, null, null, null, false, List.of()));
    }

    @Test
    void doesNotTakeOneKindOfDocumentForTheOther() {
        assertThat(found(TRAVEL_DOCUMENT, "AA2101100", PERMIT + PASSPORT).document().valid())
                .isFalse();
        assertThat(found(RESIDENCE_PERMIT, "XA1234567", PERMIT + PASSPORT).document().valid())
                .isFalse();
    }

    @Test
    void doesNotKnowWhetherADocumentIsValidThatItIsNotGranted() {
        assertThat(found(TRAVEL_DOCUMENT, "XA1234567", PERMIT).document().valid()).isNull();
        assertThat(found(RESIDENCE_PERMIT, "AA2101100", PASSPORT).document().valid()).isNull();
    }

    @Test
    void readsStatusesOfTheFirstVersion() {
        var statuses =
                """
                <Statuses><Status><StatusName>x</StatusName><DateFrom>2019-01-01T00:00:00</DateFrom>
                <DateTo>2020-01-01T00:00:00</DateTo></Status><Status><DateFrom>2020-01-02T00:00:00\
                </DateFrom><DateTo>9999-12-31T23:59:59.9999999+02:00</DateTo></Status></Statuses>\
                """;

        assertThat(found(RESIDENCE_PERMIT, "AA2101100", statuses + PERMIT).document().stays())
                .containsExactly(
                        new Stay(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1)),
                        new Stay(LocalDate.of(2020, 1, 2), null));
    }

    @Test
    void readsStatusesOfTheSecondVersion() {
        var statuses =
                """
                <Statuses><Status><DateTo>2020-01-01T00:00:00</DateTo></Status><Category><Code>1</Code>
                </Category><StatusLawReason><Status>x</Status></StatusLawReason></Statuses><Statuses/>
                <Statuses><Status><StatusName>no dates</StatusName></Status></Statuses>\
                <Statuses><Status><DateFrom>2020-01-02T00:00:00</DateFrom></Status></Statuses>\
                """;

        assertThat(found(RESIDENCE_PERMIT, "AA2101100", statuses + PERMIT).document().stays())
                .containsExactly(
                        new Stay(null, LocalDate.of(2020, 1, 1)),
                        new Stay(LocalDate.of(2020, 1, 2), null));
    }

    @Test
    void leavesStatusesAloneWhereTheyDoNotDecide() {
        var statuses = "<Statuses><Status><DateTo>2020-01-01</DateTo></Status></Statuses>" + PERMIT;
        var lenient = reader(Map.of("suite.regix.residence-decides", "false"));

        assertThat(found(lenient, RESIDENCE_PERMIT, "AA2101100", statuses).document().stays())
                .isEmpty();
        assertThat(found(TRAVEL_DOCUMENT, "XA1234567", statuses + PASSPORT).document().stays())
                .isEmpty();
    }

    @Test
    void readsBothSpellingsOfTheNames() {
        var names =
                """
                <PersonNames><FirstName>ДЖОН</FirstName><FamilyName>МНИМ</FamilyName>
                <FirstNameLatin>JOHN</FirstNameLatin><SurnameLatin/><LastNameLatin>MNYM</LastNameLatin>
                </PersonNames>\
                """;

        var person = found(RESIDENCE_PERMIT, "AA2101100", names);

        assertThat(person.names()).isEqualTo(new PersonNames("ДЖОН", null, "МНИМ"));
        assertThat(person.latinNames()).isEqualTo(new PersonNames("JOHN", null, "MNYM"));
    }

    @ParameterizedTest
    @CsvSource({"01.01.1830, 1830-01-01", "1830-01-01, 1830-01-01", "00.00.1830, ", "1830, "})
    void readsABirthDateThatIsAText(String text, LocalDate date) {
        assertThat(
                        found(RESIDENCE_PERMIT, "AA2101100", "<BirthDate>" + text + "</BirthDate>")
                                .birthDate())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<DeathDate>2024-02-03</DeathDate>",
                "<DeathDate>2024-02-30</DeathDate>",
                "<IdentityDocument><StatusReasonCyrillic>Починало лице</StatusReasonCyrillic>"
                        + "</IdentityDocument>",
                "<TravelDocument><StatusReasonCyrillic>ПОЧИНАЛО ЛИЦЕ </StatusReasonCyrillic>"
                        + "</TravelDocument>"
            })
    void readsWhoHasDied(String inside) {
        assertThat(found(RESIDENCE_PERMIT, "AA2101100", inside).deceased()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<DeathDate/>",
                "<DeathDate>0001-01-01</DeathDate>",
                "<DeathDate>9999-12-31T23:59:59.9999999+02:00</DeathDate>"
            })
    void takesNobodyForDeadByADateThatStandsForNone(String inside) {
        assertThat(found(RESIDENCE_PERMIT, "AA2101100", inside).deceased()).isFalse();
    }

    @Test
    void knowsAForeignerByEitherNumber() {
        assertThat(read(EGN, "EGN", EGN, "<EGN>%s</EGN>".formatted(EGN.value())))
                .isInstanceOf(Found.class);
        assertThat(read(LNCH, "LNCh", LNCH, "<EGN>%s</EGN>".formatted(EGN.value())))
                .as("the other number is nothing that was asked")
                .isInstanceOf(Found.class);
    }

    @Test
    void refusesAnAnswerAboutAnotherNumberOrKindOfNumber() {
        assertThat(read(EGN, "LNCh", EGN, "")).isInstanceOf(Garbled.class);
        assertThat(read(LNCH, "LNCh", LNCH, "<LNCh>%s</LNCh>".formatted(EGN.value())))
                .isInstanceOf(Garbled.class);
        assertThat(read(EGN, "EGN", LNCH, "")).isInstanceOf(Garbled.class);
    }

    private RegisteredPerson found(DocumentKind kind, String document, String inside) {
        return found(reader, kind, document, inside);
    }

    private static RegisteredPerson found(
            AnswerReader reader, DocumentKind kind, String document, String inside) {
        var answer = answer("LNCh", LNCH, inside);
        return ((Found) reader.read(SignedAnswers.bytes(answer), question(LNCH, kind, document)))
                .person();
    }

    private RegisterAnswer read(
            PersonalNumber asked, String type, PersonalNumber repeated, String inside) {
        var answer = answer(type, repeated, inside);
        return reader.read(
                SignedAnswers.bytes(answer), question(asked, RESIDENCE_PERMIT, "AA2101100"));
    }

    private static AnswerReader reader(Map<String, String> more) {
        var said = new HashMap<>(more);
        said.put("suite.regix.signature.required", "false");
        return new AnswerReader(TestRegixConfig.with(said), Clock.systemUTC());
    }

    private static RegisterQuestion question(
            PersonalNumber number, DocumentKind kind, String document) {
        return new RegisterQuestion(
                number,
                new DocumentNumber(document),
                kind,
                Purpose.CONTRACT_CONCLUSION,
                UUID.randomUUID(),
                "clerk");
    }

    private static String answer(String type, PersonalNumber number, String inside) {
        return SignedAnswers.inEnvelope(
                """
                <ServiceResultData><IsReady>true</IsReady><Data id="data"><Request id="request">\
                <ForeignIdentityInfoRequest \
                xmlns="http://egov.bg/RegiX/MVR/RCH/ForeignIdentityInfoRequest">\
                <IdentifierType>%s</IdentifierType><Identifier>%s</Identifier>\
                </ForeignIdentityInfoRequest></Request><Response id="response">\
                <ForeignIdentityInfoResponse \
                xmlns="http://egov.bg/RegiX/MVR/RCH//ForeignIdentityInfoResponse">\
                <ReturnInformations><ReturnCode>0000</ReturnCode></ReturnInformations>%s\
                </ForeignIdentityInfoResponse></Response></Data><HasError>false</HasError>\
                </ServiceResultData>\
                """
                        .formatted(type, number.value(), inside));
    }
}
