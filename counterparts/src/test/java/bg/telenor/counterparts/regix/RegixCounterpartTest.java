package bg.telenor.counterparts.regix;

import static bg.telenor.counterparts.regix.RegixCalls.document;
import static bg.telenor.counterparts.regix.RegixCalls.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.counterparts.regix.RegixCalls.At;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.value.PersonalNumber;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegixCounterpartTest {

    private static final LocalDate BIRTH = LocalDate.of(1850, 5, 4);

    @TempDir static Path folder;

    private RegixCounterpart regix;
    private CounterpartServer server;
    private RegixCalls calls;

    @BeforeEach
    void start() {
        LocalTls.write(folder, Instant.now());
        var tls = new TlsFolder(folder);
        regix = new RegixCounterpart(tls);
        server = CounterpartServer.start(regix, 0, tls);
        calls = new RegixCalls(server, tls);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"KNOWN,0000", "UNKNOWN,0100", "UNREADABLE,1111", "DECEASED,0000"})
    void knowsByRuleHowAPersonStands(Standing standing, String code) throws Exception {
        var number = SyntheticPersons.egn(BIRTH, standing.serial());

        var answer = ask(Operation.BDS_V3, number);

        assertThat(answer.body()).contains("<ReturnCode>" + code + "</ReturnCode>");
    }

    @Test
    void knowsNobodyByADocumentOfSomebodyElse() throws Exception {
        var number = SyntheticPersons.egn(3);

        var answer = send(envelope(At.V2, Operation.BDS_V3, number, "AA9999999", "clerk"));

        assertThat(answer.body()).contains("<ReturnCode>0100</ReturnCode>");
    }

    @ParameterizedTest
    @CsvSource({"GOOD,1", "TWO,2", "SIBLINGS,2", "WRAPPED,1", "SHA1,1", "ANOTHER,1", "MISSING,0"})
    void signsAsItIsTold(Signing signing, int signatures) throws Exception {
        regix.sign(signing);
        var number = SyntheticPersons.egn(3);

        var answer = ask(Operation.BDS_V3, number);

        assertThat(answer.body().split("<ds:SignatureValue>", -1)).hasSize(signatures + 1);
        assertThat(answer.body().contains("rsa-sha1")).isEqualTo(signing == Signing.SHA1);
    }

    @Test
    void wantsToKnowWhoAsks() throws Exception {
        var number = SyntheticPersons.egn(3);

        var answer = send(envelope(At.V2, Operation.BDS_V3, number, document(number), " "));

        assertThat(answer.body())
                .contains("<HasError>true</HasError>")
                .contains("EmployeeIdentifier parameter is required in CallContext");
    }

    @Test
    void knowsForeignersInTheirOwnRegisterOnly() throws Exception {
        var foreigner = SyntheticPersons.foreignersEgn(3);
        var citizen = SyntheticPersons.egn(3);

        assertThat(ask(Operation.ERCH_V2, foreigner).body()).contains("<TravelDocumentNumber>");
        assertThat(ask(Operation.BDS_V3, foreigner).body()).contains(">0100<");
        assertThat(ask(Operation.ERCH_V2, citizen).body()).contains(">0100<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "0100", "1111", "4711"})
    void answersWithAnyReturnCode(String code) throws Exception {
        var number = SyntheticPersons.egn(3);

        regix.answerWith(number, code);

        assertThat(ask(Operation.BDS_V1, number).body())
                .contains("<ReturnCode>" + code + "</ReturnCode>")
                .doesNotContain("<PersonNames>");
    }

    @Test
    void refusesAnOperationThatACertificateIsNotGranted() throws Exception {
        var number = SyntheticPersons.egn(3);

        regix.grant("identity-service", Operation.BDS_V3, false, Set.of());

        assertThat(ask(Operation.BDS_V3, number).body()).contains("<HasError>true</HasError>");
        assertThat(ask(Operation.BDS_V1, number).body()).contains("<HasError>false</HasError>");
        regix.grantAll();
        assertThat(ask(Operation.BDS_V3, number).body()).contains("<HasError>false</HasError>");
    }

    @Test
    void leavesOutTheElementsThatACertificateIsNotGranted() throws Exception {
        var number = SyntheticPersons.foreignersEgn(3);

        regix.grant("identity-service", Operation.ERCH_V2, true, Set.of("EGN", "IdentityDocument"));

        var answer = ask(Operation.ERCH_V2, number).body();
        assertThat(answer)
                .contains("<Identifier>" + number.value(), "<TravelDocument>")
                .doesNotContain("<EGN>", "<IdentityDocument>", "<IdentityDocumentNumber>");
        regix.grant("somebody-else", Operation.ERCH_V2, true, Set.of());
        assertThat(ask(Operation.ERCH_V2, number).body()).doesNotContain("<EGN>");
        assertThat(regix.callers()).containsOnly("identity-service");
    }

    @Test
    void relatesItsAnswerToTheMessageAtTheFirstEntryPoint() throws Exception {
        var answer = calls.ask(At.V1, Operation.BDS_V1, SyntheticPersons.egn(3));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/soap+xml");
        assertThat(answer.body())
                .contains("ExecuteSynchronousResponse</Action>", ">urn:uuid:1</RelatesTo>")
                .containsPattern("(?s)</Data><ds:Signature .*</ds:Signature><HasError>")
                .doesNotContain("ServiceCallID", "VerificationCode", "ServiceResultData");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a:MessageID>urn:uuid:1</a:MessageID>",
                "<a:To>https://localhost/RegiXEntryPoint.svc</a:To>",
                "anonymous",
                "<SignResult>true</SignResult>"
            })
    void wantsAllOfTheContractAtTheFirstEntryPoint(String needed) throws Exception {
        var number = SyntheticPersons.egn(3);
        var whole = envelope(At.V1, Operation.BDS_V1, number, document(number), "clerk");

        var answer = calls.send(At.V1, whole.replace(needed, ""));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("q:Sender</Value>", "<Text xml:lang=\"en\">");
    }

    @Test
    void refusesWhatIsNotInItsContract() throws Exception {
        assertThat(send("<not-soap/>").statusCode()).isEqualTo(500);
        assertThat(send("no xml").body()).contains("<faultstring");
    }

    @Test
    void letsInNobodyWithoutACertificate() throws Exception {
        var stranger = HttpClient.newBuilder().sslContext(withoutCertificate()).build();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> stranger.send(calls.request(At.V2, "x"), BodyHandlers.ofString()));
    }

    @Test
    void failsAsItIsTold() throws Exception {
        server.fault(Fault.of(Fault.Mode.DOWN));
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> send("x"));

        server.fault(Fault.of(Fault.Mode.HALF_ANSWER));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> send("x"));

        server.fault(Fault.once(Fault.Mode.GARBAGE));
        assertThat(send("x").body()).doesNotContain("Envelope");
        assertThat(send("x").body()).contains("Envelope");

        server.fault(Fault.slow(Duration.ofMillis(300)));
        var before = Instant.now();
        send("x");
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(290));
    }

    private HttpResponse<String> send(String body) throws IOException, InterruptedException {
        return calls.send(At.V2, body);
    }

    private HttpResponse<String> ask(Operation operation, PersonalNumber number) throws Exception {
        return calls.ask(At.V2, operation, number);
    }

    private static SSLContext withoutCertificate() throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var authority = Files.newInputStream(folder.resolve("ca.pem"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(authority));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
