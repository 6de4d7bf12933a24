package bg.telenor.counterparts.regix;

import static bg.telenor.counterparts.regix.RegixCalls.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.counterparts.regix.RegixCalls.At;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.value.PersonalNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stand-in answers is what the register's own schemas and contract allow. */
class RegixSchemasTest {

    /** Where they are at hand beside the repository. */
    private static final Path SCHEMAS = Path.of("../../shared/regix");

    private static final LocalDate BIRTH = LocalDate.of(1850, 5, 4);

    @TempDir static Path folder;

    private static RegixCounterpart regix;
    private static CounterpartServer server;
    private static RegixCalls calls;

    @BeforeAll
    static void start() {
        LocalTls.write(folder, Instant.now());
        var tls = new TlsFolder(folder);
        regix = new RegixCounterpart(tls);
        // The contract declares a signature and nothing that is in one, so that none is valid.
        regix.sign(Signing.MISSING);
        server = CounterpartServer.start(regix, 0, tls);
        calls = new RegixCalls(server, tls);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void needsTheSchemas() {
        assumeTrue(Files.isDirectory(SCHEMAS), "the register's schemas are not at hand");
    }

    static Stream<Arguments> answers() {
        return Stream.of(Operation.values())
                .flatMap(
                        operation ->
                                persons(operation)
                                        .flatMap(
                                                person ->
                                                        Stream.of(Standing.values())
                                                                .map(
                                                                        standing ->
                                                                                Arguments.of(
                                                                                        operation,
                                                                                        person,
                                                                                        standing))));
    }

    private static Stream<PersonalNumber> persons(Operation operation) {
        return switch (operation.registry) {
            case BDS ->
                    Stream.of(SyntheticPersons.egn(BIRTH, 500), SyntheticPersons.egn(BIRTH, 501));
            case ERCH -> Stream.of(SyntheticPersons.lnch(7), SyntheticPersons.foreignersEgn(7));
        };
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersAsTheContractOfTheFirstEntryPointHasIt(
            Operation operation, PersonalNumber person, Standing standing) throws Exception {
        regix.tell(person, standing);

        var answer = parsed(calls.ask(At.V1, operation, person));

        var body = answer.getElementsByTagNameNS("*", "Body").item(0);
        contract(operation).newValidator().validate(new DOMSource(body.getFirstChild()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersAsTheSchemasHaveIt(Operation operation, PersonalNumber person, Standing standing)
            throws Exception {
        regix.tell(person, standing);

        var answer = parsed(calls.ask(At.V2, operation, person));

        var responses = answer.getElementsByTagNameNS("*", "Response");
        assertThat(responses.getLength()).isEqualTo(standing == Standing.REFUSED ? 0 : 1);
        for (int i = 0; i < responses.getLength(); i++) {
            schema(operation)
                    .newValidator()
                    .validate(new DOMSource(responses.item(i).getFirstChild()));
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void leavesOutWhatIsNotGrantedAndStaysValid(
            Operation operation, PersonalNumber person, Standing standing) throws Exception {
        regix.tell(person, standing);
        regix.grant(
                "identity-service",
                operation,
                true,
                Set.of("PersonNames", "BirthDate", "TravelDocument", "ValidDate"));

        var answer = parsed(calls.ask(At.V1, operation, person));

        regix.grantAll();
        var body = answer.getElementsByTagNameNS("*", "Body").item(0);
        contract(operation).newValidator().validate(new DOMSource(body.getFirstChild()));
        assertThat(answer.getElementsByTagNameNS("*", "BirthDate").getLength()).isZero();
    }

    @Test
    void knowsTenThousandOfEachKind() {
        var citizens = Stream.iterate(0, n -> n + 1).limit(10_000).map(SyntheticPersons::egn);
        var foreigners = Stream.iterate(0, n -> n + 1).limit(10_000).map(SyntheticPersons::lnch);
        var both = Stream.iterate(0, n -> n + 1).limit(10_000).map(SyntheticPersons::foreignersEgn);

        var all = Stream.of(citizens, foreigners, both).flatMap(some -> some).toList();

        assertThat(all).doesNotHaveDuplicates().hasSize(30_000);
        assertThat(all.stream().filter(SyntheticPersons::isForeigner)).hasSize(20_000);
    }

    private static Schema schema(Operation operation) throws Exception {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SCHEMAS.resolve(response(operation)).toFile());
    }

    /** The contract's wildcards are strict, so that what is in them is checked too. */
    private static Schema contract(Operation operation) throws Exception {
        var wsdl =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(SCHEMAS.resolve("RegiXEntryPoint.wsdl").toFile());
        var parts = wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(
                        new Source[] {
                            new DOMSource(parts.item(1)),
                            new DOMSource(parts.item(0)),
                            new StreamSource(SCHEMAS.resolve(request(operation)).toFile()),
                            new StreamSource(SCHEMAS.resolve(response(operation)).toFile())
                        });
    }

    private static String request(Operation operation) {
        return switch (operation) {
            case BDS_V1 -> "PersonalidentityInfoRequest.xsd";
            case BDS_V2 -> "PersonalIdentityInfoRequestV2.xsd";
            case BDS_V3 -> "PersonalIdentityInfoRequestV3.xsd";
            case ERCH_V1 -> "ForeignIdentityInfoRequest.xsd";
            case ERCH_V2 -> "ForeignIdentityInfoRequestV2.xsd";
        };
    }

    private static String response(Operation operation) {
        return switch (operation) {
            case BDS_V1 -> "PersonalidentityInfoResponse.xsd";
            case BDS_V2 -> "PersonalIdentityInfoResponseV2.xsd";
            case BDS_V3 -> "PersonalIdentityInfoResponseV3.xsd";
            case ERCH_V1 -> "ForeignIdentityInfoResponse.xsd";
            case ERCH_V2 -> "ForeignIdentityInfoResponseV2.xsd";
        };
    }
}
