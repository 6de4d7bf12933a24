package bg.telenor.identity.regix;

import static bg.telenor.identity.regix.SignedAnswers.QUESTION;
import static bg.telenor.identity.regix.SignedAnswers.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.counterparts.regix.Signing;
import bg.telenor.identity.domain.Doubt;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterAnswer.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSignaturesTest {

    private static final String SHA1 = "suite.regix.signature.rsa-sha1";
    private static final String SIGNERS = "suite.regix.signature.signers[0]";
    private static final String TRUST = "suite.regix.signature.trust";

    @TempDir static Path folder;

    private static SignedAnswers answers;

    @BeforeAll
    static void makeCertificates() {
        answers = new SignedAnswers(folder);
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"GOOD", "TWO", "SIBLINGS"})
    void believesWhatTheRegisterSigned(Signing how) {
        assertThat(read(answers.answer(how))).isInstanceOf(Found.class);
    }

    @Test
    void believesDataThatAreSignedAsTheyWereBefore() {
        var first = answers.answer(Signing.GOOD, "QUdBSU4=");
        var again = answers.answer(Signing.GOOD, "QUdBSU4=");

        assertThat(read(first)).isInstanceOf(Found.class);
        assertThat(read(again)).isEqualTo(read(first));
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING, NOT_SIGNED",
        "WRONG, BROKEN",
        "ANOTHER, SIGNER",
        "SHA1, ALGORITHM",
        "WRAPPED, NOT_COVERED"
    })
    void doubtsEverythingElse(Signing how, Doubt doubt) {
        assertThat(read(answers.answer(how))).isEqualTo(new Untrusted(doubt));
    }

    @Test
    void believesWhatWasSignedBeforeItsEnvelopeWasPutAround() {
        var result = answers.signed(SignedAnswers.RESULT.formatted("QUJD"), Signing.GOOD);
        var withoutDeclaration = result.replaceFirst("^<\\?xml.*?\\?>", "");

        assertThat(read(SignedAnswers.inEnvelope(withoutDeclaration))).isInstanceOf(Found.class);
    }

    @Test
    void takesRsaWithSha1OnlyWhereItIsSwitchedOn() {
        var reader = answers.reader(Map.of(SHA1, "true"), Clock.systemUTC());

        assertThat(reader.read(bytes(answers.answer(Signing.SHA1)), QUESTION))
                .isInstanceOf(Found.class);
        assertThat(reader.read(bytes(answers.answer(Signing.WRONG)), QUESTION))
                .isEqualTo(new Untrusted(Doubt.BROKEN));
    }

    @Test
    void takesAnUnsignedAnswerOnlyWhereNoSignatureIsRequired() {
        var reader =
                answers.reader(
                        Map.of("suite.regix.signature.required", "false"), Clock.systemUTC());

        assertThat(reader.read(bytes(answers.answer(Signing.MISSING)), QUESTION))
                .isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @CsvSource({
        "methods, http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        "digests, http://www.w3.org/2001/04/xmlenc#sha512",
        "canonicalizations, http://www.w3.org/2001/10/xml-exc-c14n#",
        "transforms, http://www.w3.org/2001/10/xml-exc-c14n#"
    })
    void allowsTheConfiguredAlgorithmsAndNoOther(String kind, String other) {
        var reader =
                answers.reader(Map.of("suite.regix.signature." + kind, other), Clock.systemUTC());

        assertThat(reader.read(bytes(answers.answer(Signing.GOOD)), QUESTION))
                .isEqualTo(new Untrusted(Doubt.ALGORITHM));
    }

    @Test
    void believesNoAnswerThatOneSignatureOfTwoDoesNotFit() {
        var two = answers.answer(Signing.TWO);
        int last = two.lastIndexOf("<ds:SignatureValue>") + "<ds:SignatureValue>".length();
        var other = two.charAt(last) == 'A' ? 'B' : 'A';

        var spoiled = two.substring(0, last) + other + two.substring(last + 1);

        assertThat(read(spoiled)).isEqualTo(new Untrusted(Doubt.BROKEN));
    }

    @Test
    void believesNoAnswerWhoseOtherSignatureIsAStrangers() {
        var good = signature(answers.answer(Signing.GOOD));
        var both = answers.answer(Signing.ANOTHER).replace("<HasError>", good + "<HasError>");

        assertThat(read(both)).isInstanceOf(Untrusted.class);
    }

    @Test
    void takesNoKeyThatComesWithoutItsCertificate() {
        var bare =
                answers.answer(Signing.GOOD).replaceFirst("(?s)<ds:X509Data>.*?</ds:X509Data>", "");

        assertThat(bare).contains("<ds:KeyValue>");
        assertThat(read(bare)).isEqualTo(new Untrusted(Doubt.SIGNER));
    }

    @Test
    void verifiesTheSignersOwnPropertiesToo() {
        var later =
                answers.answer(Signing.GOOD)
                        .replaceFirst("<xades:SigningTime>\\d{4}", "<xades:SigningTime>2001");

        assertThat(read(later)).isEqualTo(new Untrusted(Doubt.BROKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#request", "#response", "", "#", "#nothing", "#signature-1", "file:///x"})
    void wantsTheSignatureToBeOverTheData(String uri) {
        var moved = answers.answer(Signing.GOOD).replace("URI=\"#data\"", "URI=\"" + uri + "\"");

        assertThat(read(moved)).isEqualTo(new Untrusted(Doubt.NOT_COVERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "Data", "forged", ""})
    void readsNoDataButTheSigned(String id) {
        var good = answers.answer(Signing.GOOD);
        var data = between(good, "<Data ", "</Data>");
        var forged = forged(id);

        var inAnObject = "<ds:Object>" + data + "</ds:Object></ds:Signature>";
        assertThat(read(good.replace(data, forged).replace("</ds:Signature>", inAnObject)))
                .as("the signed moved into the signature")
                .isInstanceOf(Untrusted.class);
        assertThat(read(good.replace("<IsReady>", forged + "<IsReady>")))
                .as("another before the signed")
                .isNotInstanceOf(Found.class);
        assertThat(read(good.replace("<HasError>", forged + "<HasError>")))
                .as("another after the signed")
                .isNotInstanceOf(Found.class);
        assertThat(read(good.replace(data, forged.replace("</Data>", data + "</Data>"))))
                .as("the signed inside another")
                .isNotInstanceOf(Found.class);
        assertThat(read(good.replace("<s:Body>", "<s:Header>" + data + "</s:Header><s:Body>")))
                .as("the signed twice")
                .isEqualTo(new Untrusted(Doubt.NOT_COVERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "ID", "Id", "xml:id", "x:id"})
    void refusesASecondElementOfTheSignedId(String attribute) {
        var twice =
                answers.answer(Signing.GOOD)
                        .replace(
                                "<HasError>",
                                "<Aside xmlns:x=\"urn:x\" " + attribute + "=\"data\"/><HasError>");

        assertThat(read(twice)).isEqualTo(new Untrusted(Doubt.NOT_COVERED));
    }

    @Test
    void readsATextThatACommentDividesAsItWasSigned() {
        var commented =
                answers.answer(Signing.GOOD)
                        .replace("<EGN>3021011000</EGN>", "<EGN>3021<!-- 9 -->011000</EGN>");

        assertThat(read(commented)).isInstanceOf(Found.class);
    }

    @Test
    void refusesWithoutASignatureWhatNoSignatureCanBeOver() {
        var error =
                SignedAnswers.unsigned("")
                        .replaceFirst("<Data .*</Data>", "")
                        .replace("<HasError>false", "<HasError>true");

        assertThat(read(error)).isEqualTo(new RegisterRefused("1000001"));
        assertThat(read(error.replace("<HasError>true", "<HasError>false")))
                .isEqualTo(new Garbled("1000001"));
    }

    @Test
    void trustsASignerOnlyWhileItsCertificateIsValid() {
        var answer = bytes(answers.answer(Signing.GOOD));
        var years = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));
        var before = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));

        assertThat(answers.reader(Map.of(), years).read(answer, QUESTION))
                .isEqualTo(new Untrusted(Doubt.SIGNER));
        assertThat(answers.reader(Map.of(), before).read(answer, QUESTION))
                .isEqualTo(new Untrusted(Doubt.SIGNER));
    }

    @Test
    void trustsOnlyTheNamedSignersWhereNamesAreGiven() {
        var answer = bytes(answers.answer(Signing.GOOD));
        var named = Map.of(SIGNERS, "cn=regix-signature, o=Register  stand-in, c=BG");
        var others = Map.of(SIGNERS, "CN=somebody,C=BG");

        assertThat(answers.reader(named, Clock.systemUTC()).read(answer, QUESTION))
                .isInstanceOf(Found.class);
        assertThat(answers.reader(others, Clock.systemUTC()).read(answer, QUESTION))
                .isEqualTo(new Untrusted(Doubt.SIGNER));
    }

    @Test
    void trustsASignerWhoseOwnCertificateIsInTheFile() {
        var pinned = Map.of(TRUST, answers.file("regix.pem"));
        var reader = answers.reader(pinned, Clock.systemUTC());

        assertThat(reader.read(bytes(answers.answer(Signing.ANOTHER)), QUESTION))
                .as("signed with ECDSA")
                .isInstanceOf(Found.class);
        assertThat(reader.read(bytes(answers.answer(Signing.GOOD)), QUESTION))
                .isEqualTo(new Untrusted(Doubt.SIGNER));
    }

    @Test
    void readsTheTrustFileAgainWhenItChanges(@TempDir Path elsewhere) throws IOException {
        var file = Files.copy(folder.resolve("ca.pem"), elsewhere.resolve("trust.pem"));
        var reader = answers.reader(Map.of(TRUST, file.toString()), Clock.systemUTC());
        var answer = bytes(answers.answer(Signing.GOOD));
        assertThat(reader.read(answer, QUESTION)).isEqualTo(new Untrusted(Doubt.SIGNER));

        change(file, Files.readString(folder.resolve("regix-signature-ca.pem")), 1);
        assertThat(reader.read(answer, QUESTION)).isInstanceOf(Found.class);

        change(file, "nothing that is a certificate", 2);
        assertThat(reader.read(answer, QUESTION)).isInstanceOf(Found.class);
    }

    @Test
    void doesNotStartWithoutKnowingWhomToTrust() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new AnswerReader(TestRegixConfig.defaults(), Clock.systemUTC()))
                .withMessageContaining(TRUST);
        for (var file : new Path[] {empty, folder.resolve("none.pem")}) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(
                            () -> answers.reader(Map.of(TRUST, file.toString()), Clock.systemUTC()))
                    .withMessageContaining(TRUST);
        }
    }

    private static RegisterAnswer read(String answer) {
        return answers.reader().read(bytes(answer), QUESTION);
    }

    private static void change(Path file, String content, int minutes) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().plus(Duration.ofMinutes(minutes))));
    }

    private static String forged(String id) {
        return """
        <Data id="%s"><Response><PersonalIdentityInfoResponse><ReturnInformations>\
        <ReturnCode>0000</ReturnCode></ReturnInformations><EGN>3021011000</EGN>\
        </PersonalIdentityInfoResponse></Response></Data>\
        """
                .formatted(id);
    }

    private static String signature(String answer) {
        return between(answer, "<Signature", "</Signature>");
    }

    private static String between(String text, String from, String to) {
        var found =
                Pattern.compile(Pattern.quote(from) + ".*?" + Pattern.quote(to), Pattern.DOTALL)
                        .matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
