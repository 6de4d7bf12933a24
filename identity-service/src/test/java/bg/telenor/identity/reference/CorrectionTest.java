package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.Fault.Mode;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A slip at the counter is put right: the right person is asked about, the wrong one goes. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class CorrectionTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn wrong = Register.somebody();
    private final Egn right = Register.somebody();

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @AfterEach
    void putRight() {
        Register.SERVER.fault(Fault.NONE);
    }

    @Test
    void asksAboutTheRightPersonAndErasesTheWrongOne() {
        var slip = ask(wrong);

        var answer = correct(slip, right);

        var id = Counter.idOf(answer);
        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/references/" + id))
                .body("status", equalTo("CONFIRMED"));
        Counter.get(slip).then().statusCode(404).body("code", equalTo("REFERENCE_NOT_FOUND"));
        assertThat(kept()).containsExactly(id.toString());
        var erased = Suite.await(Topic.INTAKE, slip, "DataErased");
        assertThat(erased.data().path("reason").asText()).isEqualTo("RECTIFIED");
        assertThat(
                        Counter.column(
                                "select facts ->> 'correctedBy' from evidence where record_id = '"
                                        + slip
                                        + "' and action = 'DECISION'"))
                .containsExactly(id.toString());
    }

    @Test
    void takesBackWhatWasSaidOfTheWrongPerson() {
        var slip = ask(wrong);

        var id = Counter.idOf(correct(slip, right));

        var withdrawn = Suite.await(Topic.IDENTITY, slip, "IdentityWithdrawn");
        assertThat(withdrawn.key()).isEqualTo(Suite.subjectRefs().of(wrong).value());
        assertThat(withdrawn.data().path("caseId").asText()).isEqualTo(caseId.toString());
        assertThat(withdrawn.data().path("role").asText()).isEqualTo("USER");
        var confirmed = Suite.await(Topic.IDENTITY, id, "IdentityConfirmed");
        assertThat(confirmed.key()).isEqualTo(Suite.subjectRefs().of(right).value());
        assertThat(confirmed.data().path("purpose").asText()).isEqualTo("CONTRACT_CONCLUSION");
    }

    @Test
    void aWrongDocumentOfTheRightPersonIsCorrectedLikewise() {
        var document = SyntheticPersons.of(right).document().value();
        var slip = Counter.ask(Counter.body(caseId, right).replace(document, "ZZ0000001"));
        slip.then().body("reason", equalTo("NOT_FOUND"));

        correct(Counter.idOf(slip), right).then().body("status", equalTo("CONFIRMED"));

        assertThat(kept()).hasSize(1);
    }

    @Test
    void theWrongPersonGoesAlsoWhenTheRightOneIsNotConfirmedYet() {
        var slip = ask(wrong);
        Register.SERVER.fault(Fault.of(Mode.DOWN));

        var answer = correct(slip, right);

        answer.then().statusCode(202).body("status", equalTo("PENDING"));
        Suite.await(Topic.IDENTITY, slip, "IdentityWithdrawn");
        assertThat(kept()).containsExactly(Counter.idOf(answer).toString());
    }

    @Test
    void ofAPendingReferenceNothingIsToBeTakenBack() {
        Register.SERVER.fault(Fault.of(Mode.DOWN));
        var slip = Counter.idOf(Counter.ask(Counter.body(caseId, wrong)));
        Register.SERVER.fault(Fault.NONE);

        correct(slip, right).then().statusCode(201);

        Suite.await(Topic.INTAKE, slip, "DataErased");
        assertThat(Suite.events(Topic.IDENTITY, slip)).isEmpty();
    }

    @Test
    void aCorrectionThatCannotBeAskedChangesNothing() {
        var slip = ask(wrong);
        var minor = SyntheticPersons.egn(LocalDate.now(IdentityReference.SOFIA).minusYears(12), 77);

        correct(slip, minor).then().statusCode(422).body("code", equalTo("GUARDIAN_REQUIRED"));

        Counter.get(slip).then().statusCode(200).body("status", equalTo("CONFIRMED"));
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .untilAsserted(
                        () ->
                                assertThat(Suite.events(Topic.IDENTITY, slip))
                                        .extracting(TopicRecord::type)
                                        .containsExactlyInAnyOrder(
                                                "IdentityConfirmed", "IdentityChecked"));
    }

    @Test
    void onlyANamedEmployeeCorrects() {
        var slip = ask(wrong);

        var answer =
                Counter.request(Suite.token("shop").text())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(correction(right))
                        .post("/v1/references/{id}/correction", slip);

        answer.then().statusCode(422).body("code", equalTo("EMPLOYEE_MISSING"));
        Counter.get(slip).then().statusCode(200);
    }

    @Test
    void theSameCorrectionTwiceIsOne() {
        var slip = ask(wrong);
        var key = UUID.randomUUID().toString();
        var first = correct(slip, right, key);

        var again = correct(slip, right, key);

        again.then().statusCode(201);
        assertThat(Counter.idOf(again)).isEqualTo(Counter.idOf(first));
    }

    @Test
    void nobodyCorrectsWhatIsNotTheirs() {
        correct(UUID.randomUUID(), right)
                .then()
                .statusCode(404)
                .body("code", equalTo("REFERENCE_NOT_FOUND"));
    }

    @Test
    void whatMayOnlyBeKeptIsNotCorrected() {
        var slip = ask(wrong);
        Commands.restrict(Suite.subjectRefs().of(wrong));

        correct(slip, right).then().statusCode(409).body("code", equalTo("PROCESSING_RESTRICTED"));

        assertThat(kept()).containsExactly(slip.toString());
    }

    private UUID ask(Egn person) {
        var answer = Counter.ask(Counter.body(caseId, person));
        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        return Counter.idOf(answer);
    }

    private static Response correct(UUID slip, Egn to) {
        return correct(slip, to, UUID.randomUUID().toString());
    }

    private static Response correct(UUID slip, Egn to, String key) {
        return Counter.request()
                .header("Idempotency-Key", key)
                .body(correction(to))
                .post("/v1/references/{id}/correction", slip);
    }

    private static String correction(Egn person) {
        return """
        {"identifier":{"type":"EGN","value":"%s"},"documentNumber":"%s"}\
        """
                .formatted(person.value(), SyntheticPersons.of(person).document().value());
    }

    private List<String> kept() {
        return Counter.column(
                "select d.record_id from document d join identity_reference r on r.id = d.record_id"
                        + " where r.case_id = '"
                        + caseId
                        + "'");
    }
}
