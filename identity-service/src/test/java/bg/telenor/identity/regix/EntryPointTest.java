package bg.telenor.identity.regix;

import static bg.telenor.identity.regix.SignedAnswers.QUESTION;
import static bg.telenor.identity.regix.SignedAnswers.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bg.telenor.counterparts.regix.Signing;
import bg.telenor.identity.domain.Doubt;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterAnswer.Untrusted;
import bg.telenor.kit.processing.Purpose;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class EntryPointTest {

    /** The register's own contracts, where they are at hand beside the repository. */
    private static final Path CONTRACTS = Path.of("../../shared/regix");

    private static final Map<String, String> V1 = Map.of("suite.regix.entry-point", "V1");

    @TempDir static Path folder;

    private final EntryPoint first = EntryPoint.of(TestRegixConfig.with(V1));
    private final EntryPoint second = EntryPoint.of(TestRegixConfig.defaults());

    @ParameterizedTest
    @EnumSource(Operation.class)
    void asksTheFirstAsItsContractHasIt(Operation operation) throws Exception {
        assumeTrue(Files.isDirectory(CONTRACTS), "the register's contracts are not at hand");

        var body = child(parsed(first.message(operation, QUESTION)), "Body");

        contract(operation).newValidator().validate(new DOMSource(body.getFirstChild()));
    }

    @Test
    void addressesWhatItSendsToTheFirst() throws Exception {
        var header = child(parsed(first.message(Operation.BDS_V1, QUESTION)), "Header");

        assertThat(first.headers())
                .containsExactly(
                        Map.entry(
                                "Content-Type",
                                "application/soap+xml; charset=utf-8;"
                                        + " action=\"http://tempuri.org/IRegiXEntryPoint/ExecuteSynchronous\""));
        assertThat(child(header, "Action").getTextContent())
                .isEqualTo("http://tempuri.org/IRegiXEntryPoint/ExecuteSynchronous");
        assertThat(child(header, "To").getTextContent())
                .isEqualTo("https://localhost:1/RegiXEntryPoint.svc");
        assertThat(child(header, "Address").getTextContent())
                .isEqualTo("http://www.w3.org/2005/08/addressing/anonymous");
        assertThat(child(header, "MessageID").getTextContent()).startsWith("urn:uuid:");
        assertThat(
                        child(header, "Action")
                                .getAttributeNS(header.getNamespaceURI(), "mustUnderstand"))
                .isEqualTo("1");
    }

    @Test
    void namesEachMessageAnew() throws Exception {
        var one = parsed(first.message(Operation.BDS_V1, QUESTION));
        var other = parsed(first.message(Operation.BDS_V1, QUESTION));

        assertThat(child(one, "MessageID").getTextContent())
                .isNotEqualTo(child(other, "MessageID").getTextContent());
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void asksBothTheSame(Operation operation) throws Exception {
        var ofFirst = parsed(first.message(operation, QUESTION));
        var ofSecond = parsed(second.message(operation, QUESTION));

        assertThat(child(ofFirst, "Operation").getTextContent()).isEqualTo(operation.fullName());
        assertThat(child(ofFirst, "Argument").getFirstChild())
                .matches(
                        argument ->
                                argument.isEqualNode(child(ofSecond, "Argument").getFirstChild()));
        assertThat(child(ofFirst, "CallContext").getTextContent())
                .isEqualTo(child(ofSecond, "CallContext").getTextContent());
    }

    @Test
    void asksForNoPurposeWithoutAGround() {
        var question =
                new RegisterQuestion(
                        QUESTION.number(),
                        QUESTION.document(),
                        QUESTION.kind(),
                        Purpose.DATA_CORRECTION,
                        QUESTION.caseId(),
                        QUESTION.employee());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.message(Operation.BDS_V1, question));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> second.message(Operation.BDS_V1, question));
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"GOOD", "TWO"})
    void believesWhatTheFirstSigned(Signing signing) {
        var answers = new SignedAnswers(folder);
        var reader = answers.reader(V1, Clock.systemUTC());

        var signed = answers.signed(SignedAnswers.unsignedOfOld("QUJD"), signing);

        assertThat(reader.read(bytes(signed), QUESTION))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> {
                            assertThat(found.callId()).isNull();
                            assertThat(found.person().birthDate()).isEqualTo("1830-01-01");
                        });
    }

    /** The namespace is declared around the result, and was on it when it was signed. */
    @Test
    void believesWhatTheFirstSignedBeforeThereWasAnEnvelope() {
        var answers = new SignedAnswers(folder);
        var reader = answers.reader(V1, Clock.systemUTC());
        var alone =
                SignedAnswers.unsignedOfOld("QUJD")
                        .replaceAll(
                                "^.*<ExecuteSynchronousResult>",
                                "<R xmlns=\"http://tempuri.org/\">")
                        .replaceAll("</ExecuteSynchronousResult>.*$", "</R>");
        var inside =
                answers.signed(alone, Signing.GOOD)
                        .replaceAll("^.*<R [^>]*>", "")
                        .replace("</R>", "");

        var answer =
                SignedAnswers.unsignedOfOld("QUJD")
                        .replaceAll(
                                "(?s)(<ExecuteSynchronousResult>).*(</ExecuteSynchronousResult>)",
                                "$1" + inside + "$2");

        assertThat(reader.read(bytes(answer), QUESTION)).isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @CsvSource({"MISSING,NOT_SIGNED", "WRONG,BROKEN", "ANOTHER,SIGNER", "WRAPPED,NOT_COVERED"})
    void doubtsWhatTheFirstDidNotSign(Signing signing, Doubt doubt) {
        var answers = new SignedAnswers(folder);
        var reader = answers.reader(V1, Clock.systemUTC());

        var signed = answers.signed(SignedAnswers.unsignedOfOld("QUJD"), signing);

        assertThat(reader.read(bytes(signed), QUESTION)).isEqualTo(new Untrusted(doubt));
    }

    @ParameterizedTest
    @CsvSource({"Sender, RegisterRefused", "Receiver, Unknown", "VersionMismatch, Unknown"})
    void tellsOurFaultsFromTheirsAtTheFirst(String code, String meaning) {
        var fault =
                """
                <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault>
                <s:Code><s:Value>s:%s</s:Value><s:Subcode><s:Value>s:Sender</s:Value></s:Subcode>
                </s:Code><s:Reason><s:Text xml:lang="bg">a text that may hold anything</s:Text>
                </s:Reason></s:Fault></s:Body></s:Envelope>\
                """
                        .formatted(code);
        var reader = new SignedAnswers(folder).reader(V1, Clock.systemUTC());

        assertThat(reader.read(bytes(fault), QUESTION).getClass().getSimpleName())
                .isEqualTo(meaning);
    }

    @Test
    void takesAnErrorFromTheFirst() {
        var error =
                SignedAnswers.unsignedOfOld("QUJD")
                        .replaceAll("<Data .*</Data>", "")
                        .replace(
                                "<HasError>false</HasError>",
                                "<HasError>true</HasError><Error>x</Error>");
        var reader = new SignedAnswers(folder).reader(V1, Clock.systemUTC());

        assertThat(reader.read(bytes(error), QUESTION)).isEqualTo(new RegisterRefused(null));
    }

    @Test
    void readsOfEachOnlyWhatIsItsOwn() {
        var answers = new SignedAnswers(folder);

        assertThat(answers.reader().read(bytes(SignedAnswers.unsignedOfOld("QUJD")), QUESTION))
                .hasToString("Garbled[callId=null]");
        assertThat(
                        answers.reader(V1, Clock.systemUTC())
                                .read(bytes(SignedAnswers.unsigned("QUJD")), QUESTION))
                .hasToString("Garbled[callId=null]");
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/xml; charset=utf-8, false, true",
        "500, text/xml; charset=utf-8, false, true",
        "400, text/xml; charset=utf-8, false, false",
        "200, application/soap+xml, true, false",
        "400, application/soap+xml, true, false",
        "500, application/soap+xml, true, false",
        "502, application/soap+xml, false, false",
        "200, text/html, false, false"
    })
    void knowsAMessageByStatusAndType(int status, String type, boolean ofFirst, boolean ofSecond) {
        assertThat(first.holdsMessage(status, type)).isEqualTo(ofFirst);
        assertThat(second.holdsMessage(status, type)).isEqualTo(ofSecond);
    }

    /** The schemas of a contract are inside it; the argument has one of its own. */
    private static Schema contract(Operation operation) throws Exception {
        var wsdl = parsed(Files.readAllBytes(CONTRACTS.resolve("RegiXEntryPoint.wsdl")));
        var schemas = wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
        var argument =
                switch (operation) {
                    case BDS_V1 -> "PersonalidentityInfoRequest.xsd";
                    case BDS_V2 -> "PersonalIdentityInfoRequestV2.xsd";
                    case BDS_V3 -> "PersonalIdentityInfoRequestV3.xsd";
                    case ERCH_V1 -> "ForeignIdentityInfoRequest.xsd";
                    case ERCH_V2 -> "ForeignIdentityInfoRequestV2.xsd";
                };
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(
                        new Source[] {
                            new DOMSource(schemas.item(1)),
                            new DOMSource(schemas.item(0)),
                            new StreamSource(CONTRACTS.resolve(argument).toFile())
                        });
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
    }

    private static Element child(Node parent, String name) {
        var found =
                parent instanceof Document document
                        ? document.getElementsByTagNameNS("*", name)
                        : ((Element) parent).getElementsByTagNameNS("*", name);
        return (Element) found.item(0);
    }
}
