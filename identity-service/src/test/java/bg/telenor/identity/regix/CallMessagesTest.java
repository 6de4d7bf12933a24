package bg.telenor.identity.regix;

import static bg.telenor.identity.regix.SignedAnswers.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.identity.domain.RegisterCall;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent where the register answers later. */
class CallMessagesTest {

    @Test
    void asksForTheAnswerByNumberAndCode() {
        var message = text(CallMessages.about(new RegisterCall("7", "a<b"), CallMessages.CHECK));

        assertThat(message)
                .endsWith(
                        "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body>"
                                + "<CheckResult xmlns=\"http://egov.bg/RegiX\"><argument>"
                                + "<ServiceCheckResultArgument"
                                + " xmlns=\"http://egov.bg/RegiX/SignedData\">"
                                + "<ServiceCallID>7</ServiceCallID>"
                                + "<VerificationCode>a&lt;b</VerificationCode>"
                                + "</ServiceCheckResultArgument></argument></CheckResult>"
                                + "</Body></Envelope>");
        assertThat(CallMessages.headers(CallMessages.CHECK))
                .containsEntry(
                        "SOAPAction", "\"http://egov.bg/RegiX/IRegiXEntryPointV2/CheckResult\"");
    }

    @Test
    void acknowledgesByNumberAndCode() {
        var call = new RegisterCall("7", "code");

        var message = text(CallMessages.about(call, CallMessages.ACKNOWLEDGE));

        assertThat(message)
                .contains("<AcknowledgeResultReceived xmlns=\"http://egov.bg/RegiX\"><argument>");
        assertThat(CallMessages.headers(CallMessages.ACKNOWLEDGE))
                .containsEntry(
                        "SOAPAction",
                        "\"http://egov.bg/RegiX/IRegiXEntryPointV2/AcknowledgeResultReceived\"");
    }

    @Test
    void saysInItsPlaceThatTheAnswerMayComeLaterAndWhere() {
        var message =
                asked(
                        Map.of(
                                "suite.regix.processing", "ASYNCHRONOUS",
                                "suite.regix.callback-url", "https://identity.example.com/back"));

        assertThat(message)
                .contains(
                        "<RequestProcessing>Asynchronous</RequestProcessing><Operation>",
                        "</CallContext><CallbackURL>https://identity.example.com/back</CallbackURL>"
                                + "<SignResult>");
    }

    @Test
    void saysNothingOfItWhereTheAnswerIsToComeAtOnce() {
        assertThat(asked(Map.of("suite.regix.callback-url", "https://identity.example.com/back")))
                .contains("</CallContext><SignResult>")
                .doesNotContain("RequestProcessing", "CallbackURL");
    }

    private static String asked(Map<String, String> said) {
        var entryPoint = EntryPoint.of(TestRegixConfig.with(said));
        return text(entryPoint.message(Operation.BDS_V3, QUESTION));
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }
}
