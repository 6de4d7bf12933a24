package bg.telenor.identity.regix;

import bg.telenor.counterparts.TlsFolder;
import bg.telenor.counterparts.regix.AnswerSigner;
import bg.telenor.counterparts.regix.Signing;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Egn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Answers as the register signs them, with certificates in a folder of the test's own. */
final class SignedAnswers {

    static final RegisterQuestion QUESTION =
            new RegisterQuestion(
                    new Egn("3021011000"),
                    new DocumentNumber("AA2101100"),
                    DocumentKind.IDENTITY_CARD,
                    Purpose.CONTRACT_CONCLUSION,
                    UUID.randomUUID(),
                    "clerk");

    static final String RESULT =
            """
            <ServiceResultData xmlns="http://egov.bg/RegiX/SignedData"><IsReady>true</IsReady>\
            <Data id="data"><Request id="request"><PersonalIdentityInfoRequest \
            xmlns="http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoRequest"><EGN>3021011000</EGN>\
            </PersonalIdentityInfoRequest></Request><Response id="response">\
            <PersonalIdentityInfoResponse \
            xmlns="http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoResponse">\
            <ReturnInformations><ReturnCode>0000</ReturnCode><Info/></ReturnInformations>\
            <EGN>3021011000</EGN><PersonNames><FirstName>ПРОБОСЛАВ</FirstName>\
            <Surname>МНИМОВ</Surname><FamilyName>НЕБИВАЛСКИ</FamilyName></PersonNames>\
            <DocumentActualStatus>ВАЛИДЕН</DocumentActualStatus>\
            <ValidDate>2038-08-21T00:00:00</ValidDate><BirthDate>1830-01-01T00:00:00</BirthDate>\
            <Picture>%s</Picture></PersonalIdentityInfoResponse></Response></Data>\
            <HasError>false</HasError><ServiceCallID>1000001</ServiceCallID></ServiceResultData>\
            """;

    final Path folder;
    final AnswerSigner signer;

    SignedAnswers(Path folder) {
        LocalTls.write(folder, Instant.now());
        this.folder = folder;
        this.signer = new AnswerSigner(new TlsFolder(folder));
    }

    /** A reader that trusts the register's authority, where no more is said. */
    AnswerReader reader(Map<String, String> more, Clock clock) {
        var said = new HashMap<String, String>();
        said.put("suite.regix.signature.trust", file("regix-signature-ca.pem"));
        said.putAll(more);
        return new AnswerReader(TestRegixConfig.with(said), clock);
    }

    AnswerReader reader() {
        return reader(Map.of(), Clock.systemUTC());
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    /** The answer to the question. */
    String answer(Signing how) {
        return answer(how, "QUJD");
    }

    String answer(Signing how, String picture) {
        return signed(unsigned(picture), how);
    }

    String signed(String answer, Signing how) {
        return new String(signer.sign(bytes(answer), how), StandardCharsets.UTF_8);
    }

    static String unsigned(String picture) {
        return inEnvelope(RESULT.formatted(picture));
    }

    static String inEnvelope(String result) {
        return """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
        <ExecuteResponse xmlns="http://egov.bg/RegiX"><ExecuteResult>%s</ExecuteResult>\
        </ExecuteResponse></s:Body></s:Envelope>\
        """
                .formatted(result);
    }

    /** The same answer as the old entry point has it. */
    static String unsignedOfOld(String picture) {
        var result =
                RESULT.formatted(picture)
                        .replaceAll("<ServiceResultData[^>]*>|</ServiceResultData>", "")
                        .replaceAll("<ServiceCallID>.*</ServiceCallID>", "");
        return """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
        xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header><a:Action s:mustUnderstand="1">\
        http://tempuri.org/IRegiXEntryPoint/ExecuteSynchronousResponse</a:Action></s:Header><s:Body>\
        <ExecuteSynchronousResponse xmlns="http://tempuri.org/"><ExecuteSynchronousResult>%s\
        </ExecuteSynchronousResult></ExecuteSynchronousResponse></s:Body></s:Envelope>\
        """
                .formatted(result);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
