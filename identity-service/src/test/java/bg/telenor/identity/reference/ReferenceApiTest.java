package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class ReferenceApiTest {

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void confirmsWhomTheRegisterKnows() {
        var person = Register.somebody();
        var caseId = UUID.randomUUID();

        var answer = Counter.ask(Counter.body(caseId, person));

        var id = Counter.idOf(answer);
        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/references/" + id))
                .body("status", equalTo("CONFIRMED"))
                .body("caseId", equalTo(caseId.toString()))
                .body("match.names", equalTo("true"))
                .body("match.namesScore", equalTo(100))
                .body("match.birthDate", equalTo("true"))
                .body("match.address", nullValue())
                .body("documentValid", equalTo(true));
        Counter.get(id).then().statusCode(200).body("status", equalTo("CONFIRMED"));
    }

    @Test
    void tellsTheOtherServicesBySignedEvent() {
        var person = Register.somebody();
        var caseId = UUID.randomUUID();
        var id = Counter.idOf(Counter.ask(Counter.body(caseId, person)));

        var confirmed = Suite.await(Topic.IDENTITY, id, "IdentityConfirmed");

        assertThat(confirmed.key()).isEqualTo(Suite.subjectRefs().of(person).value());
        assertThat(confirmed.data().path("caseId").asText()).isEqualTo(caseId.toString());
        assertThat(confirmed.data().path("purpose").asText()).isEqualTo("CONTRACT_CONCLUSION");
        assertThat(confirmed.data().path("role").asText()).isEqualTo("USER");
        assertThat(confirmed.data().path("signature").asText()).isNotEmpty();
        assertThat(Suite.await(Topic.INTAKE, id, "DataReceived").data().path("record").asText())
                .isEqualTo("IDENTITY_REFERENCE");
    }

    @Test
    void putsTheInquiryIntoEvidence() {
        var id = Counter.idOf(Counter.ask(Counter.body(Register.somebody())));

        assertThat(Counter.inquiries(id)).containsExactly("1 ASKED", "1 Found");
        assertThat(
                        Counter.column(
                                "select facts ->> 'serviceCallId' from evidence where facts ->>"
                                        + " 'outcome' = 'Found' and record_id = '"
                                        + id
                                        + "'"))
                .singleElement()
                .asString()
                .matches("[0-9]+");
    }

    @Test
    void tellsTheRegisterWhoAsksAndWhy() {
        var caseId = UUID.randomUUID();

        Counter.ask(Counter.body(caseId, Register.somebody())).then().statusCode(201);

        assertThat(Register.REGIX.callContexts())
                .filteredOn(context -> caseId.toString().equals(context.get("ServiceURI")))
                .singleElement()
                .satisfies(
                        context -> {
                            assertThat(context).containsEntry("EmployeeIdentifier", "clerk");
                            assertThat(context.get("LawReason")).startsWith("Закон");
                            assertThat(context.get("ServiceType")).isNotBlank();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, NOT_FOUND",
        "DOCUMENT_NOT_VALID, DOCUMENT_NOT_VALID",
        "DECEASED, PERSON_DECEASED",
        "REFUSED, REGISTER_REFUSED"
    })
    void refusesWhomTheRegisterDoesNotConfirm(Standing standing, String reason) {
        var person = Register.somebody(standing);

        var answer = Counter.ask(Counter.body(person));

        answer.then()
                .statusCode(201)
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo(reason));
        var refused = Suite.await(Topic.IDENTITY, Counter.idOf(answer), "IdentityRefused");
        assertThat(refused.data().path("reason").asText()).isEqualTo(reason);
    }

    @Test
    void refusesADocumentThatIsSomebodyElses() {
        var person = Register.somebody();
        var own = SyntheticPersons.of(person).document().value();

        Counter.ask(Counter.body(person).replace(own, "ZZ1234567"))
                .then()
                .statusCode(201)
                .body("reason", equalTo("NOT_FOUND"));
    }

    @Test
    void refusesNamesThatAreNotTheRegisteredOnes() {
        var person = Register.somebody();
        var first = SyntheticPersons.of(person).first().cyrillic();

        Counter.ask(Counter.body(person).replace(first, "Друговид"))
                .then()
                .statusCode(201)
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo("MISMATCH"))
                .body("match.names", equalTo("false"))
                .body("match.namesScore", lessThan(100))
                .body("match.birthDate", equalTo("true"));
    }

    @Test
    void comparesTheAddressPartByPartAndRefusesNobodyForIt() {
        var number = Register.somebody();
        var person = SyntheticPersons.of(number).address();
        var address =
                """
                ,"address":{"settlement":"гр. %s","location":"ул. %s","building":"999",
                 "apartment":"1"}}}"""
                        .formatted(person.settlement(), person.street());

        var answer = Counter.ask(Counter.body(number).replaceFirst("}}$", address));

        answer.then()
                .statusCode(201)
                .body("status", equalTo("CONFIRMED"))
                .body("match.address.settlement", equalTo("true"))
                .body("match.address.location", equalTo("true"))
                .body("match.address.building", equalTo("false"))
                .body("match.address.apartment", equalTo("not_available"))
                .body("match.address.district", equalTo("not_available"));
        Counter.get(Counter.idOf(answer)).then().body("match.address.building", equalTo("false"));
    }

    @Test
    void confirmsWithoutWhatIsNotGranted() {
        var person = Register.somebody(Standing.WITHHELD);

        Counter.ask(Counter.body(person))
                .then()
                .statusCode(201)
                .body("status", equalTo("CONFIRMED"))
                .body("match.names", equalTo("not_available"))
                .body("match.namesScore", nullValue())
                .body("documentValid", nullValue());
    }

    @Test
    void asksTheRegisterOfForeignersForALnch() {
        Counter.ask(Counter.body(Register.someForeigner()))
                .then()
                .statusCode(201)
                .body("status", equalTo("CONFIRMED"))
                .body("match.names", equalTo("true"));
    }

    @Test
    void answersWithMatchesAndNeverWithTheRegistersData() {
        var number = Register.somebody();
        var person = SyntheticPersons.of(number);

        var answer = Counter.ask(Counter.body(number)).asString();

        assertThat(answer)
                .doesNotContain(number.value())
                .doesNotContain(person.document().value())
                .doesNotContainIgnoringCase(person.family().cyrillic())
                .doesNotContainIgnoringCase(person.family().latin())
                .doesNotContain(person.address().street());
    }

    @Test
    void asksOnceForARequestThatIsSentTwice() {
        var body = Counter.body(Register.somebody());
        var key = UUID.randomUUID().toString();

        var first =
                Counter.request().header("Idempotency-Key", key).body(body).post("/v1/references");
        var second =
                Counter.request().header("Idempotency-Key", key).body(body).post("/v1/references");

        second.then().statusCode(201).body("id", equalTo(first.jsonPath().getString("id")));
        assertThat(Counter.inquiries(Counter.idOf(first))).containsExactly("1 ASKED", "1 Found");
    }
}
