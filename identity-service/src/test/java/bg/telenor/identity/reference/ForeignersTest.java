package bg.telenor.identity.reference;

import static bg.telenor.identity.domain.DocumentKind.IDENTITY_CARD;
import static bg.telenor.identity.domain.DocumentKind.RESIDENCE_PERMIT;
import static bg.telenor.identity.domain.DocumentKind.TRAVEL_DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.regix.Operation;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Foreigners, who have an LNCh or an EGN, and a residence permit and a travel document. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class ForeignersTest {

    @AfterEach
    void grantAll() {
        Register.REGIX.grantAll();
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            names = {"RESIDENCE_PERMIT", "TRAVEL_DOCUMENT"})
    void areConfirmedByEitherNumberAndDocument(DocumentKind kind) {
        confirmed(Counter.ask(Counter.body(Register.someForeigner(), kind)));
        confirmed(Counter.ask(Counter.body(Register.someForeignerWithEgn(), kind)));
    }

    @Test
    void areKnownByTheirResidencePermitWhereTheyDoNotSay() {
        var answer = Counter.ask(Counter.body(Register.someForeigner()));

        confirmed(answer);
        assertThat(Counter.operations(Counter.idOf(answer))).containsOnly("GetForeignIdentityV2");
    }

    @Test
    void areNotFoundAmongCitizens() {
        var person = Register.someForeignerWithEgn();

        refused(Counter.ask(Counter.body(person, IDENTITY_CARD)), "NOT_FOUND");
        refused(Counter.ask(Counter.body(Register.somebody(), RESIDENCE_PERMIT)), "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENT_NOT_VALID,        false, true",
        "TRAVEL_DOCUMENT_NOT_VALID, true,  false",
        "RESIDENCE_ENDED,           false, true"
    })
    void showADocumentThatIsValidNow(Standing standing, boolean permit, boolean passport) {
        var person = Register.someForeigner(standing);

        judged(Counter.ask(Counter.body(person, RESIDENCE_PERMIT)), permit);
        judged(Counter.ask(Counter.body(person, TRAVEL_DOCUMENT)), passport);
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            names = {"RESIDENCE_PERMIT", "TRAVEL_DOCUMENT"})
    void areNotConfirmedByAnotherDocumentThanTheOneOnFile(DocumentKind kind) {
        var person = Register.someForeigner();
        var body = Counter.body(person, kind);

        var other = body.replaceAll("\"documentNumber\":\"..", "\"documentNumber\":\"ZZ");

        judged(Counter.ask(other), false);
        judged(Counter.ask(swapped(person, kind)), false);
    }

    @Test
    void areConfirmedWithoutWordOnADocumentThatIsNotGranted() {
        Register.REGIX.grant(
                "identity-service", Operation.ERCH_V2, true, Set.of("TravelDocument", "Statuses"));

        var answer = Counter.ask(Counter.body(Register.someForeigner(), TRAVEL_DOCUMENT));

        confirmed(answer);
        answer.then().body("documentValid", nullValue());
    }

    @Test
    void areRefusedByAnOperationThatIsNotGrantedAfterAll() {
        Register.REGIX.grant("identity-service", Operation.ERCH_V2, false, Set.of());

        refused(Counter.ask(Counter.body(Register.someForeigner())), "REGISTER_REFUSED");
    }

    @Test
    void areAskedAboutAnewWithAnotherDocument() {
        var person = Register.someForeigner();
        var caseId = UUID.randomUUID();

        var permit = Counter.idOf(Counter.ask(ofCase(caseId, person, RESIDENCE_PERMIT)));
        var passport = Counter.idOf(Counter.ask(ofCase(caseId, person, TRAVEL_DOCUMENT)));

        assertThat(passport).isNotEqualTo(permit);
    }

    private static String ofCase(UUID caseId, PersonalNumber person, DocumentKind kind) {
        return Counter.body(person, kind)
                .replaceFirst("\"caseId\":\"[^\"]*\"", "\"caseId\":\"" + caseId + "\"");
    }

    /** The number of the one document, said to be the other. */
    private static String swapped(PersonalNumber number, DocumentKind kind) {
        var person = SyntheticPersons.of(number);
        var other = kind == TRAVEL_DOCUMENT ? person.document() : person.travelDocument().whole();
        return Counter.body(number, kind)
                .replaceAll(
                        "\"documentNumber\":\"[^\"]*\"",
                        "\"documentNumber\":\"" + other.value() + "\"");
    }

    private static void judged(Response answer, boolean valid) {
        if (valid) {
            confirmed(answer);
            answer.then().body("documentValid", equalTo(true));
        } else {
            refused(answer, "DOCUMENT_NOT_VALID");
        }
    }

    private static void confirmed(Response answer) {
        answer.then()
                .statusCode(201)
                .body("status", equalTo("CONFIRMED"))
                .body("match.names", equalTo("true"))
                .body("match.birthDate", equalTo("true"));
    }

    private static void refused(Response answer, String reason) {
        answer.then()
                .statusCode(201)
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo(reason));
    }
}
