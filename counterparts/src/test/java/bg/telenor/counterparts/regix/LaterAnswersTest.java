package bg.telenor.counterparts.regix;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.kit.local.LocalTls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaterAnswersTest {

    private static final UUID CASE = UUID.randomUUID();

    @TempDir static Path folder;

    private RegixCounterpart regix;
    private CounterpartServer server;
    private HttpClient client;

    @BeforeEach
    void start() {
        LocalTls.write(folder, Instant.now());
        var tls = new TlsFolder(folder);
        regix = new RegixCounterpart(tls);
        regix.later().readyAfter(null);
        server = CounterpartServer.start(regix, 0, tls);
        client = tls.client("identity-service");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesAQuestionThatIsToBeAnsweredLater() throws Exception {
        var answer = ask("<RequestProcessing>Asynchronous</RequestProcessing>");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<ExecuteResult>", "<IsReady>false</IsReady>", "<VerificationCode>")
                .doesNotContain("<Data");
    }

    @Test
    void answersAtOnceUnlessItIsToldToTakeAll() throws Exception {
        assertThat(ask("").body()).contains("<Data ");

        regix.later().takeAll(true);

        assertThat(ask("").body()).contains("<IsReady>false</IsReady>").doesNotContain("<Data");
    }

    @Test
    void givesTheAnswerToWhoLooksForItWhenItIsReady() throws Exception {
        var taken = ask("<RequestProcessing>Asynchronous</RequestProcessing>").body();
        assertThat(about("CheckResult", taken).body())
                .contains("<CheckResultResult>", "<IsReady>false</IsReady>");

        regix.later().ready(CASE);

        var answer = about("CheckResult", taken).body();
        assertThat(answer)
                .contains("<CheckResultResult>", "<ds:SignatureValue>")
                .contains("<ServiceCallID>" + text(taken, "ServiceCallID") + "</ServiceCallID>");
        assertThat(regix.later().call(CASE))
                .hasValueSatisfying(
                        call -> {
                            assertThat(call.ready()).isTrue();
                            assertThat(call.checks()).isEqualTo(2);
                        });
    }

    @Test
    void remembersWhatWasAcknowledged() throws Exception {
        var taken = ask("<RequestProcessing>Asynchronous</RequestProcessing>").body();

        var answer = about("AcknowledgeResultReceived", taken);

        assertThat(answer.body()).contains("AcknowledgeResultReceivedResponse");
        assertThat(regix.later().call(CASE))
                .hasValueSatisfying(call -> assertThat(call.acknowledgements()).isEqualTo(1));
    }

    @Test
    void knowsNoCallWithoutItsCodeOrAfterItForgot() throws Exception {
        var taken = ask("<RequestProcessing>Asynchronous</RequestProcessing>").body();
        var code = text(taken, "VerificationCode");
        assertThat(about("CheckResult", taken.replace(code, "another")).statusCode())
                .isEqualTo(500);

        regix.later().forget();

        var answer = about("CheckResult", taken);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultcode", "ServiceCallID");
    }

    private HttpResponse<String> ask(String processing) throws Exception {
        var person = SyntheticPersons.of(SyntheticPersons.egn(3));
        return send(
                "Execute",
                """
                <Execute xmlns="http://egov.bg/RegiX"><request>
                <ServiceRequestData xmlns="http://egov.bg/RegiX/SignedData">%s
                <Operation>%s</Operation><Argument><PersonalIdentityInfoRequest
                xmlns="http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoRequest">
                <IdentityDocumentNumber>%s</IdentityDocumentNumber><EGN>%s</EGN>
                </PersonalIdentityInfoRequest></Argument>
                <CallContext><ServiceURI>%s</ServiceURI><ServiceType>contract</ServiceType>
                <EmployeeIdentifier>clerk</EmployeeIdentifier><EmployeeNames>x</EmployeeNames>
                <LawReason>law</LawReason></CallContext><SignResult>true</SignResult>
                <ReturnAccessMatrix>false</ReturnAccessMatrix></ServiceRequestData></request>
                </Execute>\
                """
                        .formatted(
                                processing,
                                Operation.BDS_V3.fullName(),
                                person.document().value(),
                                SyntheticPersons.egn(3).value(),
                                CASE));
    }

    private HttpResponse<String> about(String operation, String taken) throws Exception {
        return send(
                operation,
                """
                <%1$s xmlns="http://egov.bg/RegiX"><argument>
                <ServiceCheckResultArgument xmlns="http://egov.bg/RegiX/SignedData">
                <ServiceCallID>%2$s</ServiceCallID><VerificationCode>%3$s</VerificationCode>
                </ServiceCheckResultArgument></argument></%1$s>\
                """
                        .formatted(
                                operation,
                                text(taken, "ServiceCallID"),
                                text(taken, "VerificationCode")));
    }

    private HttpResponse<String> send(String operation, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(server.uri().resolve("/RegiXEntryPointV2.svc/basic"))
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header(
                                "SOAPAction",
                                "\"http://egov.bg/RegiX/IRegiXEntryPointV2/" + operation + "\"")
                        .POST(
                                BodyPublishers.ofString(
                                        "<s:Envelope"
                                                + " xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                                                + "<s:Body>"
                                                + body
                                                + "</s:Body></s:Envelope>"))
                        .build();
        return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String text(String message, String name) {
        return message.replaceFirst("(?s).*<" + name + ">([^<]+)<.*", "$1");
    }
}
