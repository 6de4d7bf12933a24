package bg.telenor.identity.regix;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.identity.domain.Address;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.PersonNames;
import bg.telenor.identity.domain.Photo;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisterAnswer.NoData;
import bg.telenor.identity.domain.RegisterAnswer.NotReady;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.domain.RegisteredPerson;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Egn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trap of the register's answers that is known, by name; whoever may have signed them. */
class AnswerReaderTest {

    private static final String JPEG = "/9j/4AAQSkZJRgAB";

    private static final Egn EGN = new Egn("3021011000");
    private static final DocumentNumber DOCUMENT = new DocumentNumber("AA2101100");
    private static final RegisterQuestion QUESTION = question();

    private final AnswerReader reader =
            new AnswerReader(
                    TestRegixConfig.with(Map.of("suite.regix.signature.required", "false")),
                    Clock.systemUTC());

    @Test
    void takesWhatThePurposeAllowsAndNothingElse() {
        var found =
                found(
                        """
                        <EGN>3021011000</EGN>
                        <PersonNames><FirstName>ПРОБОСЛАВ</FirstName><Surname>МНИМОВ</Surname>\
                        <FamilyName>НЕБИВАЛСКИ</FamilyName><FirstNameLatin>PROBOSLAV</FirstNameLatin>\
                        <LastNameLatin>NEBIVALSKY </LastNameLatin></PersonNames>
                        <DLCategоries><DLCategory><Category>B</Category></DLCategory></DLCategоries>
                        <DocumentActualStatus>ВАЛИДЕН</DocumentActualStatus>
                        <IdentityDocumentNumber>АА2101100</IdentityDocumentNumber>
                        <IssueDate>2018-08-21T00:00:00</IssueDate>
                        <IssuerPlace>Никъдец</IssuerPlace>
                        <IssuerName>МВР/MoI BGR</IssuerName>
                        <ValidDate>2028-08-21T00:00:00</ValidDate>
                        <BirthDate>1830-01-01T00:00:00</BirthDate>
                        <PermanentAddress><SettlementName>Никъдец</SettlementName>\
                        </PermanentAddress>
                        <Height>170</Height><EyesColor>СИНИ</EyesColor>
                        <Picture>aGVsbG8=</Picture>\
                        """);

        assertThat(found.person())
                .isEqualTo(
                        new RegisteredPerson(
                                new PersonNames("ПРОБОСЛАВ", "МНИМОВ", "НЕБИВАЛСКИ"),
                                new PersonNames("PROBOSLAV", null, "NEBIVALSKY"),
                                LocalDate.of(1830, 1, 1),
                                new RegisteredPerson.Document(
                                        DOCUMENT,
                                        LocalDate.of(2018, 8, 21),
                                        "Никъдец",
                                        "МВР/MoI BGR",
                                        LocalDate.of(2028, 8, 21),
                                        true,
                                        List.of()),
                                new Address(null, null, "Никъдец", null, null, null, null, null),
                                false));
        assertThat(found.callId()).isEqualTo("1000001");
    }

    @Test
    void skipsTheElementWhoseNameHasACyrillicLetter() {
        assertThat(found("<DLCategоries><EGN>7</EGN></DLCategоries>").person().names()).isNull();
    }

    @Test
    void takesAnEmptyElementForAnAbsentOne() {
        var person =
                found(
                                """
                                <PersonNames><FirstName/><FamilyName> </FamilyName></PersonNames>
                                <ValidDate></ValidDate><DocumentActualStatus/>\
                                """)
                        .person();

        assertThat(person.names()).isNull();
        assertThat(person.document().validUntil()).isNull();
        assertThat(person.document().valid()).isNull();
    }

    @Test
    void takesARepeatedElementThatSaysTheSame() {
        assertThat(found("<BirthDate>1830-01-01</BirthDate><BirthDate>1830-01-01</BirthDate>"))
                .extracting(found -> found.person().birthDate())
                .isEqualTo(LocalDate.of(1830, 1, 1));
    }

    @Test
    void refusesARepeatedElementThatDiffers() {
        assertThat(read("<BirthDate>1830-01-01</BirthDate><BirthDate>1831-01-01</BirthDate>"))
                .isInstanceOf(Garbled.class);
    }

    @Test
    void readsElementsOfAnyNamespace() {
        var answer =
                answer("<EGN>3021011000</EGN>")
                        .replace(
                                "http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoResponse",
                                "urn:v9");

        assertThat(reader.read(bytes(answer), QUESTION)).isInstanceOf(Found.class);
    }

    @Test
    void refusesAnAnswerAboutAnotherPerson() {
        assertThat(read("<EGN>3021021013</EGN>")).isInstanceOf(Garbled.class);
    }

    @Test
    void refusesAnAnswerAboutAnotherDocument() {
        assertThat(read("<IdentityDocumentNumber>600000001</IdentityDocumentNumber>"))
                .isInstanceOf(Garbled.class);
    }

    @Test
    void refusesAnAnswerOfAnotherRegister() {
        var answer = answer("<EGN>3021011000</EGN>").replace("IdentityInfoR", "DebtInfoR");

        assertThat(reader.read(bytes(answer), QUESTION)).isInstanceOf(Garbled.class);
    }

    @Test
    void refusesAnotherPersonsAbsence() {
        var answer = answer("").replace(">0000<", ">0100<").replace("3021011000", "3021021013");

        assertThat(reader.read(bytes(answer), QUESTION)).isInstanceOf(Garbled.class);
    }

    @Test
    void refusesAnAnswerThatDoesNotSayWhomItIsAbout() {
        var answer = answer("").replaceAll("<EGN>.*?</EGN>", "");

        assertThat(reader.read(bytes(answer), QUESTION)).isInstanceOf(Garbled.class);
    }

    @Test
    void readsTheTwoLevelsOfErrors() {
        assertThat(withCode("0100")).isEqualTo(new NoData("1000001"));
        assertThat(withCode("1111")).isEqualTo(new Garbled("1000001"));
        assertThat(withCode("0001")).isEqualTo(new Garbled("1000001"));
        assertThat(
                        reader.read(
                                bytes(result("<HasError>true</HasError><Error>x</Error>")),
                                QUESTION))
                .isEqualTo(new RegisterRefused("1000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<IsReady>false</IsReady><VerificationCode>a-1</VerificationCode>",
                // As the register's documentation has it.
                "<IsReady>true</IsReady><VerificationCode>a-1</VerificationCode>",
                "<VerificationCode>a-1</VerificationCode>"
            })
    void knowsAnAnswerThatIsNotReady(String inside) {
        assertThat(reader.read(bytes(result(inside)), QUESTION))
                .isEqualTo(new NotReady(new RegisterCall("1000001", "a-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<IsReady>false</IsReady>",
                "<IsReady>true</IsReady>",
                "<IsReady>false</IsReady><VerificationCode/>",
                "<IsReady>false</IsReady><VerificationCode>два думи</VerificationCode>"
            })
    void cannotAskLaterForWhatItHasNoCodeFor(String inside) {
        assertThat(reader.read(bytes(result(inside)), QUESTION)).isEqualTo(new Garbled("1000001"));
    }

    @ParameterizedTest
    @CsvSource({"Client, RegisterRefused", "s:Client, RegisterRefused", "s:Server, Unknown"})
    void tellsOurFaultsFromTheirs(String code, String meaning) {
        var fault =
                """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
                <faultcode>%s</faultcode><faultstring>a text that may hold anything</faultstring>
                </s:Fault></s:Body></s:Envelope>\
                """
                        .formatted(code);

        assertThat(reader.read(bytes(fault), QUESTION).getClass().getSimpleName())
                .isEqualTo(meaning);
    }

    @Test
    void readsWhoHasDied() {
        assertThat(
                        found("<DocumentStatusReason>Починало лице</DocumentStatusReason>")
                                .person()
                                .deceased())
                .isTrue();
    }

    @Test
    void opensNoEntity() {
        var hostile =
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + answer("<EGN>3021011000</EGN>").replace("3021011000", "&x;");

        assertThat(reader.read(bytes(hostile), QUESTION)).isInstanceOf(Garbled.class);
    }

    @Test
    void endsAtADepthAndANumberOfElements() {
        assertThat(read("<a>".repeat(40) + "</a>".repeat(40))).isInstanceOf(Garbled.class);
        assertThat(read("<a/>".repeat(10_001))).isInstanceOf(Garbled.class);
        assertThat(read("<IssuerName>" + "x".repeat(501) + "</IssuerName>"))
                .isInstanceOf(Garbled.class);
    }

    @Test
    void letsALongPhotoPassBy() {
        assertThat(read("<Picture>" + "QUJD".repeat(100_000) + "</Picture>"))
                .isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<", "not xml", "<a/>", "{\"a\":1}", "\uFEFF"})
    void survivesWhatIsNoAnswer(String text) {
        assertThat(reader.read(bytes(text), QUESTION)).isInstanceOf(Garbled.class);
    }

    @Test
    void survivesEveryCutAndNoise() {
        var whole = bytes(answer("<EGN>3021011000</EGN><BirthDate>1830-01-01</BirthDate>"));
        var random = new Random(1);
        for (int cut = 0; cut < whole.length - 1; cut++) {
            var half = new byte[cut];
            System.arraycopy(whole, 0, half, 0, cut);
            assertThat(reader.read(half, QUESTION)).isInstanceOf(Garbled.class);
        }
        for (int i = 0; i < 500; i++) {
            var noise = new byte[300];
            random.nextBytes(noise);
            assertThat(reader.read(noise, QUESTION)).isInstanceOf(Garbled.class);
        }
    }

    private Found found(String inside) {
        return (Found) read(inside);
    }

    private RegisterAnswer read(String inside) {
        return reader.read(bytes(answer(inside)), QUESTION);
    }

    private RegisterAnswer withCode(String code) {
        var answer = answer("<EGN>3021011000</EGN>").replace(">0000<", ">" + code + "<");
        return reader.read(bytes(answer), QUESTION);
    }

    private static String answer(String inside) {
        return result(
                """
                <IsReady>true</IsReady><Data id="data"><Request id="request">\
                <PersonalIdentityInfoRequest xmlns="http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoRequest">\
                <EGN>3021011000</EGN></PersonalIdentityInfoRequest></Request>\
                <Response id="response">\
                <PersonalIdentityInfoResponse xmlns="http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoResponse">\
                <ReturnInformations><ReturnCode>0000</ReturnCode><Info>x</Info></ReturnInformations>\
                %s</PersonalIdentityInfoResponse></Response></Data><HasError>false</HasError>\
                """
                        .formatted(inside));
    }

    private static String result(String inside) {
        return """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
        <ExecuteResponse xmlns="http://egov.bg/RegiX"><ExecuteResult>\
        <d:ServiceResultData xmlns:d="http://egov.bg/RegiX/SignedData">%s\
        <ServiceCallID>1000001</ServiceCallID></d:ServiceResultData>\
        </ExecuteResult></ExecuteResponse></s:Body></s:Envelope>\
        """
                .formatted(inside);
    }

    @Test
    void takesThePictureOnlyWhenItWasAskedFor() {
        var answer = bytes(answer("<Picture>" + JPEG + "</Picture>"));

        assertThat(((Found) reader.read(answer, question())).person().photo()).isNull();
        assertThat(((Found) reader.read(answer, withPhoto())).person().photo())
                .isEqualTo(new Photo(JPEG));
    }

    @Test
    void confirmsWithoutAPictureThatIsNone() {
        for (var none : new String[] {"", "aGVsbG8=", "\u2603", JPEG + "A".repeat(800_000)}) {
            var answer = bytes(answer("<Picture>" + none + "</Picture>"));

            assertThat(((Found) reader.read(answer, withPhoto())).person().photo()).isNull();
        }
    }

    @Test
    void refusesTwoPicturesOfOnePerson() {
        var answer = bytes(answer("<Picture>" + JPEG + "</Picture><Picture/>"));

        assertThat(reader.read(answer, withPhoto())).isInstanceOf(Garbled.class);
    }

    private static RegisterQuestion withPhoto() {
        return new RegisterQuestion(
                EGN,
                DOCUMENT,
                DocumentKind.IDENTITY_CARD,
                Purpose.CONTRACT_CONCLUSION,
                UUID.randomUUID(),
                "clerk",
                true);
    }

    private static RegisterQuestion question() {
        return new RegisterQuestion(
                EGN,
                DOCUMENT,
                DocumentKind.IDENTITY_CARD,
                Purpose.CONTRACT_CONCLUSION,
                UUID.randomUUID(),
                "clerk");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
