package bg.telenor.counterparts.regix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.value.PersonalNumber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class RegixCounterpartTest {

    /** The register's own schemas, where they are at hand beside the repository. */
    private static final Path SCHEMAS = Path.of("../../shared/regix");

    private static final LocalDate BIRTH = LocalDate.of(1850, 5, 4);

    @TempDir static Path folder;

    private RegixCounterpart regix;
    private CounterpartServer server;
    private HttpClient client;

    @BeforeEach
    void start() {
        LocalTls.write(folder, Instant.now());
        var tls = new TlsFolder(folder);
        regix = new RegixCounterpart(tls);
        server = CounterpartServer.start(regix, 0, tls);
        client = tls.client("identity-service");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> operations() {
        return Stream.of(Operation.values())
                .flatMap(
                        operation ->
                                Stream.of(Standing.values())
                                        .filter(standing -> standing != Standing.REFUSED)
                                        .map(standing -> Arguments.of(operation, standing)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersAsTheSchemasHaveIt(Operation operation, Standing standing) throws Exception {
        assumeTrue(Files.isDirectory(SCHEMAS), "the register's schemas are not at hand");
        var number =
                operation.registry == Operation.Registry.BDS
                        ? SyntheticPersons.egn(BIRTH, 500)
                        : SyntheticPersons.lnch(7);
        regix.tell(number, standing);

        var answer = send(envelope(operation, number, document(number), "clerk"));

        assertThat(answer.statusCode()).isEqualTo(200);
        var schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(SCHEMAS.resolve(schema(operation)).toFile());
        schema.newValidator().validate(new DOMSource(response(answer)));
    }

    @ParameterizedTest
    @CsvSource({"KNOWN,0000", "UNKNOWN,0100", "UNREADABLE,1111", "DECEASED,0000"})
    void knowsByRuleHowAPersonStands(Standing standing, String code) throws Exception {
        var number = SyntheticPersons.egn(BIRTH, standing.serial());

        var answer = send(envelope(Operation.BDS_V3, number, document(number), "clerk"));

        assertThat(answer.body()).contains("<ReturnCode>" + code + "</ReturnCode>");
    }

    @Test
    void knowsNobodyByADocumentOfSomebodyElse() throws Exception {
        var number = SyntheticPersons.egn(3);

        var answer = send(envelope(Operation.BDS_V3, number, "AA9999999", "clerk"));

        assertThat(answer.body()).contains("<ReturnCode>0100</ReturnCode>");
    }

    @ParameterizedTest
    @CsvSource({"GOOD,1", "TWO,2", "SIBLINGS,2", "WRAPPED,1", "SHA1,1", "ANOTHER,1", "MISSING,0"})
    void signsAsItIsTold(Signing signing, int signatures) throws Exception {
        regix.sign(signing);
        var number = SyntheticPersons.egn(3);

        var answer = send(envelope(Operation.BDS_V3, number, document(number), "clerk"));

        assertThat(answer.body().split("<ds:SignatureValue>", -1)).hasSize(signatures + 1);
        assertThat(answer.body().contains("rsa-sha1")).isEqualTo(signing == Signing.SHA1);
    }

    @Test
    void wantsToKnowWhoAsks() throws Exception {
        var number = SyntheticPersons.egn(3);

        var answer = send(envelope(Operation.BDS_V3, number, document(number), " "));

        assertThat(answer.body())
                .contains("<HasError>true</HasError>")
                .contains("EmployeeIdentifier parameter is required in CallContext");
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
                .isThrownBy(() -> stranger.send(request("x"), BodyHandlers.ofString()));
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
        return client.send(request(body), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(server.uri().resolve("/RegiXEntryPointV2.svc/basic"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"http://egov.bg/RegiX/IRegiXEntryPointV2/Execute\"")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String document(PersonalNumber number) {
        return SyntheticPersons.of(number).document().value();
    }

    private static String envelope(
            Operation operation, PersonalNumber number, String document, String employee) {
        var registry = operation.registry;
        var argument =
                switch (registry) {
                    case BDS ->
                            "<IdentityDocumentNumber>%s</IdentityDocumentNumber><EGN>%s</EGN>"
                                    .formatted(document, number.value());
                    case ERCH ->
                            "<IdentifierType>LNCh</IdentifierType><Identifier>%s</Identifier>"
                                    .formatted(number.value());
                };
        return """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
        <Execute xmlns="http://egov.bg/RegiX"><request>
        <ServiceRequestData xmlns="http://egov.bg/RegiX/SignedData">
        <Operation>%s</Operation><Argument><%s xmlns="%s">%s</%2$s></Argument>
        <CallContext><ServiceURI>case</ServiceURI><ServiceType>contract</ServiceType>
        <EmployeeIdentifier>%s</EmployeeIdentifier><EmployeeNames>x</EmployeeNames>
        <LawReason>law</LawReason></CallContext>
        <SignResult>true</SignResult><ReturnAccessMatrix>false</ReturnAccessMatrix>
        </ServiceRequestData></request></Execute></s:Body></s:Envelope>\
        """
                .formatted(
                        operation.fullName(),
                        registry.requestName,
                        registry.requestNamespace,
                        argument,
                        employee);
    }

    private static String schema(Operation operation) {
        return switch (operation) {
            case BDS_V1 -> "PersonalidentityInfoResponse.xsd";
            case BDS_V2 -> "PersonalIdentityInfoResponseV2.xsd";
            case BDS_V3 -> "PersonalIdentityInfoResponseV3.xsd";
            case ERCH_V1 -> "ForeignIdentityInfoResponse.xsd";
            case ERCH_V2 -> "ForeignIdentityInfoResponseV2.xsd";
        };
    }

    private static Element response(HttpResponse<String> answer) throws Exception {
        var document =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        answer.body().getBytes(StandardCharsets.UTF_8)));
        return (Element) document.getElementsByTagNameNS("*", "Response").item(0).getFirstChild();
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
