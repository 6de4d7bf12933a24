package bg.telenor.debtcheck.check;

import static bg.telenor.debtcheck.Others.A1;
import static bg.telenor.debtcheck.Others.VIVACOM;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import bg.telenor.debtcheck.DebtCheckTestResource;
import bg.telenor.debtcheck.Others;
import bg.telenor.events.Topic;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.TopicRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DebtCheckTestResource.class)
class DebtCheckApiTest {

    private final UUID caseId = UUID.randomUUID();

    @Test
    void isClearWhenEveryOperatorSaysSo() {
        var person = Others.somebody();
        IdentityStandIn.confirm(caseId, person);

        var id = Shop.started(caseId, person);

        var check = Shop.await(id, "DECIDED");
        assertThat(check.getString("outcome")).isEqualTo("CLEAR");
        assertThat(check.getInt("rules")).isEqualTo(1);
        assertThat(check.<Map<String, String>>getList("operators"))
                .containsExactly(
                        Map.of("operator", "A1", "answer", "CLEAR"),
                        Map.of("operator", "VIVACOM", "answer", "CLEAR"));
        assertThat(decision(id)).isEqualTo("CLEAR");
    }

    @Test
    void findsADebtThatOneOperatorKnowsOf() {
        var person = Others.somebody();
        VIVACOM.debts().owes(person, true);
        IdentityStandIn.confirm(caseId, person);

        var id = Shop.started(caseId, person);

        var check = Shop.await(id, "DECIDED");
        assertThat(check.getString("outcome")).isEqualTo("DEBT_FOUND");
        assertThat(decision(id)).isEqualTo("DEBT_FOUND");
    }

    @Test
    void waitsForTheIdentityOfItsCaseAndThenAsks() {
        var person = Others.somebody();
        var before = A1.debts().inquiries().size();

        var id = Shop.started(caseId, person);

        Shop.get(id).then().body("status", equalTo("WAITING_FOR_IDENTITY"));
        assertThat(A1.debts().inquiries()).hasSize(before);
        IdentityStandIn.confirm(caseId, person);
        assertThat(Shop.await(id, "DECIDED").getString("outcome")).isEqualTo("CLEAR");
    }

    @Test
    void hearsTheSameConfirmationTwiceAndDecidesOnce() {
        var person = Others.somebody();
        var id = Shop.started(caseId, person);
        var event = UUID.randomUUID();

        Suite.send(event, SuiteService.IDENTITY, IdentityStandIn.confirmed(caseId, person));
        Suite.send(event, SuiteService.IDENTITY, IdentityStandIn.confirmed(caseId, person));
        IdentityStandIn.confirm(caseId, person);

        Shop.await(id, "DECIDED");
        Suite.await(Topic.DEBT, id, "DebtCheckDecided");
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> Suite.events(Topic.DEBT, id).size() == 1);
    }

    @Test
    void doesNotBelieveAConfirmationThatIdentityServiceDidNotSign() {
        var person = Others.somebody();
        var id = Shop.started(caseId, person);

        Suite.send(SuiteService.CONSENT, IdentityStandIn.confirmed(caseId, person));

        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> Shop.get(id).then().body("status", equalTo("WAITING_FOR_IDENTITY")));
    }

    @Test
    void asksOnlyTheOperatorsThatAreNamed() {
        var person = Others.somebody();
        VIVACOM.debts().owes(person, true);
        IdentityStandIn.confirm(caseId, person);
        var body = Shop.body(caseId, person).replaceFirst("\\{", "{\"operators\":[\"A1\"],");

        var id = UUID.fromString(Shop.start(body).then().statusCode(201).extract().path("id"));

        assertThat(Shop.await(id, "DECIDED").getString("outcome")).isEqualTo("CLEAR");
    }

    @Test
    void endsWhenAnotherPersonIsConfirmedForTheCase() {
        var id = Shop.started(caseId, Others.somebody());

        IdentityStandIn.confirm(caseId, Others.somebody());

        Shop.await(id, "SUBJECT_MISMATCH");
        assertThat(reason(id)).isEqualTo("SUBJECT_MISMATCH");
    }

    @Test
    void endsAtOnceWhenTheIdentifierIsNotTheConfirmedOneOfItsCase() {
        var confirmed = Others.somebody();
        IdentityStandIn.confirm(caseId, confirmed);
        Shop.await(Shop.started(caseId, confirmed), "DECIDED");

        var id = Shop.started(caseId, Others.somebody());

        Shop.get(id).then().body("status", equalTo("SUBJECT_MISMATCH"));
    }

    @Test
    void endsWhenTheIdentityIsRefused() {
        var person = Others.somebody();
        var id = Shop.started(caseId, person);

        IdentityStandIn.refuse(caseId, person);

        Shop.await(id, "IDENTITY_REFUSED");
        assertThat(reason(id)).isEqualTo("IDENTITY_REFUSED");
    }

    @Test
    void expiresWhenNobodyConfirmsTheIdentity() throws SQLException {
        var id = Shop.started(caseId, Others.somebody());

        letTimePass(id);

        Shop.await(id, "EXPIRED");
        assertThat(reason(id)).isEqualTo("EXPIRED");
    }

    @Test
    void isCancelledOnce() {
        var person = Others.somebody();
        var id = Shop.started(caseId, person);

        Shop.cancel(id).then().statusCode(200).body("status", equalTo("CANCELLED"));

        Shop.cancel(id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("DEBT_CHECK_MOVE_NOT_ALLOWED"));
        assertThat(reason(id)).isEqualTo("CANCELLED");
    }

    @Test
    void staysCancelledWhenTheIdentityIsConfirmedLater() {
        var person = Others.somebody();
        var id = Shop.started(caseId, person);
        Shop.cancel(id).then().statusCode(200);
        var second = Shop.started(caseId, person);

        IdentityStandIn.confirm(caseId, person);

        Shop.await(second, "DECIDED");
        Shop.get(id).then().body("status", equalTo("CANCELLED"));
    }

    @Test
    void startsOnceHoweverOftenTheSameRequestComes() {
        var body = Shop.body(caseId, Others.somebody());
        var request = Shop.creating().body(body);

        var first = request.post("/v1/debt-checks");
        var second = request.post("/v1/debt-checks");

        first.then().statusCode(201).header("Location", matchesPattern(".*/v1/debt-checks/.+"));
        second.then().statusCode(201).body("id", equalTo(first.path("id")));
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherRequest() {
        var key = UUID.randomUUID().toString();
        var first = Shop.body(caseId, Others.somebody());
        var second = Shop.body(caseId, Others.somebody());
        Shop.request().header("Idempotency-Key", key).body(first).post("/v1/debt-checks");

        var answer =
                Shop.request().header("Idempotency-Key", key).body(second).post("/v1/debt-checks");

        answer.then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void startsOnceHoweverConcurrentlyTheSameRequestComes() throws Exception {
        var body = Shop.body(caseId, Others.somebody());
        var key = UUID.randomUUID().toString();
        Callable<String> call =
                () ->
                        Shop.request()
                                .header("Idempotency-Key", key)
                                .body(body)
                                .post("/v1/debt-checks")
                                .path("id");

        List<String> ids;
        try (var threads = Executors.newFixedThreadPool(8)) {
            ids = new ArrayList<>();
            for (var answer : threads.invokeAll(Collections.nCopies(8, call))) {
                ids.add(answer.get());
            }
        }

        assertThat(ids.stream().filter(id -> id != null).distinct()).hasSize(1);
        assertThat(ids).filteredOn(id -> id != null).isNotEmpty();
    }

    @Test
    void isFoundByNobodyButItsClient() {
        var id = Shop.started(caseId, Others.somebody());
        var stranger =
                Suite.token("vivacom")
                        .scopes("debt-checks.read", "debt-checks.write")
                        .audience("debt-check-service")
                        .text();

        var read = given().auth().oauth2(stranger).get("/v1/debt-checks/" + id);
        var cancel =
                given().auth().oauth2(stranger).post("/v1/debt-checks/" + id + "/cancellation");

        read.then().statusCode(404).body("code", equalTo("DEBT_CHECK_NOT_FOUND"));
        cancel.then().statusCode(404).body("code", equalTo("DEBT_CHECK_NOT_FOUND"));
    }

    @Test
    void isOnRecordWithItsSourceBeforeAndAfterTheDecision() {
        var person = Others.somebody();
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person);

        Shop.await(id, "DECIDED");

        Suite.await(Topic.DEBT, id, "DebtCheckDecided");
        var intake = Suite.events(Topic.INTAKE, id);
        assertThat(intake)
                .filteredOn(event -> event.type().equals("DataReceived"))
                .extracting(event -> event.data().path("source").asText())
                .containsExactly("DATA_SUBJECT", "OTHER_OPERATOR");
        assertThat(intake)
                .filteredOn(event -> event.type().equals("DataDisclosed"))
                .extracting(event -> event.data().path("recipient").asText())
                .containsExactlyInAnyOrder("A1", "VIVACOM");
    }

    @Test
    void namesItsViolationsWithoutValues() {
        Shop.start("{\"caseId\":\"" + caseId + "\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"))
                .body("violations.field", hasItem("identifier"));
    }

    private static String decision(UUID id) {
        return data(Suite.await(Topic.DEBT, id, "DebtCheckDecided"), "outcome");
    }

    private static String reason(UUID id) {
        return data(Suite.await(Topic.DEBT, id, "DebtCheckEnded"), "reason");
    }

    private static String data(TopicRecord event, String field) {
        return event.data().path(field).asText();
    }

    private static void letTimePass(UUID id) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                Suite.databaseUrl("debt_check"),
                                "debt_check_app",
                                Suite.appPassword());
                var update =
                        connection.prepareStatement(
                                """
                                update debt_check
                                set expires_at = requested_at, due_at = requested_at where id = ?\
                                """)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }
}
