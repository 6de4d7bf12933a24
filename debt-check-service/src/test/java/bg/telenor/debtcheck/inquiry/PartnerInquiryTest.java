package bg.telenor.debtcheck.inquiry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.operator.OperatorCaller;
import bg.telenor.counterparts.operator.OperatorCaller.Answered;
import bg.telenor.debtcheck.DebtCheckTestResource;
import bg.telenor.debtcheck.Others;
import bg.telenor.events.Topic;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DebtCheckTestResource.class)
class PartnerInquiryTest {

    private static final String PATH = "/partner/v1/debt-inquiries";

    @TestHTTPResource("/")
    URI service;

    private final Egn person = Others.somebody();
    private final UUID inquiryId = UUID.randomUUID();

    @Test
    void saysThatADebtIsFound() throws Exception {
        billingSays(person, "DUE", "2026-01-31");

        var answer = a1().post(service, PATH, inquiry(inquiryId, person));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.trusted()).isTrue();
        assertThat(answer.body().path("inquiryId").asText()).isEqualTo(inquiryId.toString());
        assertThat(result(answer)).isEqualTo("FOUND");
    }

    @Test
    void saysNothingOfWhatIsSettledDisputedLapsedOrNotDueYet() throws Exception {
        billingSays(person, "SETTLED", "2026-01-31");
        billingSays(person, "DISPUTED", "2026-01-31");
        billingSays(person, "DUE", "2001-01-31");
        billingSays(person, "DUE", "2999-01-31");

        var answer = a1().post(service, PATH, inquiry(inquiryId, person));

        assertThat(result(answer)).isEqualTo("CLEAR");
    }

    @Test
    void answersForAStrangerAsForSomebodyWhoOwesNothing() throws Exception {
        billingSays(person, "SETTLED", "2026-01-31");

        var known = a1().post(service, PATH, inquiry(UUID.randomUUID(), person));
        var stranger = a1().post(service, PATH, inquiry(UUID.randomUUID(), Others.somebody()));

        assertThat(stranger.status()).isEqualTo(known.status());
        assertThat(stranger.body().toString()).hasSameSizeAs(known.body().toString());
        assertThat(result(stranger)).isEqualTo(result(known));
        assertThat(stranger.body().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> known.body().fieldNames());
    }

    @Test
    void answersTheSameInquiryTheSameThoughTheDebtIsPaidMeanwhile() throws Exception {
        var obligation = billingSays(person, "DUE", "2026-01-31");
        var first = a1().post(service, PATH, inquiry(inquiryId, person));
        billingSays(obligation, person, "SETTLED", "2026-01-31");

        var again = a1().post(service, PATH, inquiry(inquiryId, person));

        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAnInquiryIdThatWasUsedForAnotherPerson() throws Exception {
        a1().post(service, PATH, inquiry(inquiryId, person));

        var other = a1().post(service, PATH, inquiry(inquiryId, Others.somebody()));

        assertThat(other.status()).isEqualTo(409);
        assertThat(code(other)).isEqualTo("INQUIRY_ID_REUSED");
    }

    @Test
    void keepsTheInquiriesOfOneOperatorFromAnother() throws Exception {
        billingSays(person, "DUE", "2026-01-31");
        a1().post(service, PATH, inquiry(inquiryId, person));

        var sameId =
                Others.VIVACOM.caller().post(service, PATH, inquiry(inquiryId, Others.somebody()));

        assertThat(sameId.status()).isEqualTo(200);
        assertThat(result(sameId)).isEqualTo("CLEAR");
    }

    @Test
    void showsRowsToNobodyWhoDoesNotSayForWhom() throws Exception {
        a1().post(service, PATH, inquiry(inquiryId, person));

        assertThat(rowsSeenAs(null)).isZero();
        assertThat(rowsSeenAs("vivacom-nobody")).isZero();
        assertThat(rowsSeenAs("a1")).isPositive();
    }

    @Test
    void stopsAnsweringAboutOnePersonWhenTheBudgetIsSpent() throws Exception {
        for (int i = 0; i < 3; i++) {
            a1().post(service, PATH, inquiry(UUID.randomUUID(), person));
        }

        var answer = a1().post(service, PATH, inquiry(inquiryId, person));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(code(answer)).isEqualTo("INQUIRY_BUDGET_SPENT");
    }

    @Test
    void putsOnRecordWhomItTold() throws Exception {
        a1().post(service, PATH, inquiry(inquiryId, person));

        var key = Suite.subjectRefs().of(person).value();
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(
                                                Suite.records(
                                                        Topic.INTAKE.topicName(),
                                                        record -> key.equals(record.key())))
                                        .extracting(record -> record.type())
                                        .contains("DataReceived", "DataDisclosed"));
    }

    @Test
    void refusesASignatureThatIsNotTheOperators() throws Exception {
        var answer = a1().postForged(service, PATH, inquiry(inquiryId, person));

        assertThat(answer.status()).isBetween(400, 403);
        assertThat(code(answer)).isEqualTo("SIGNATURE_NOT_TRUSTED");
        assertThat(answer.body().toString()).doesNotContain(person.value());
    }

    @Test
    void refusesAnUnsignedMessage() {
        given().auth()
                .oauth2(Suite.token("a1").text())
                .contentType("application/json")
                .body(inquiry(inquiryId, person))
                .post(PATH)
                .then()
                .body("code", equalTo("SIGNATURE_NOT_TRUSTED"));
    }

    @Test
    void refusesForeignTokens() {
        given().contentType("application/json")
                .body(inquiry(inquiryId, person))
                .post(PATH)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Suite.token("shop").text())
                .contentType("application/json")
                .body(inquiry(inquiryId, person))
                .post(PATH)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Suite.token("shop").scopes("debt-inquiries").text())
                .contentType("application/json")
                .body(inquiry(inquiryId, person))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAGroundThatTheLawDoesNotKnow() throws Exception {
        var curious = new HashMap<String, Object>(inquiry(inquiryId, person));
        curious.put("ground", "CURIOSITY");

        var answer = a1().post(service, PATH, curious);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void refusesFutureBirthDate() throws Exception {
        var unborn = SyntheticPersons.egn(LocalDate.of(2099, 12, 30), 1);

        var answer = a1().post(service, PATH, inquiry(inquiryId, unborn));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(code(answer)).isEqualTo("BIRTH_DATE_IN_FUTURE");
    }

    private static OperatorCaller a1() {
        return Others.A1.caller();
    }

    private static Map<String, Object> inquiry(UUID id, Egn person) {
        return Map.of(
                "inquiryId",
                id.toString(),
                "identifier",
                Map.of("type", "EGN", "value", person.value()),
                "ground",
                "DEVICE_WITH_CONTRACT",
                "askedAt",
                Instant.now().toString());
    }

    private static String result(Answered answer) {
        return answer.body().path("result").asText();
    }

    private static String code(Answered answer) {
        return answer.body().path("code").asText();
    }

    private static UUID billingSays(Egn person, String state, String dueOn) {
        return billingSays(UUID.randomUUID(), person, state, dueOn);
    }

    private static UUID billingSays(UUID obligation, Egn person, String state, String dueOn) {
        var line =
                """
                {"obligationId":"%s","identifier":{"type":"EGN","value":"%s"},"state":"%s",\
                "dueOn":"%s","amount":{"amountMinor":4990,"currency":"EUR"}}\
                """
                        .formatted(obligation, person.value(), state, dueOn);
        given().auth()
                .oauth2(Suite.token("billing").text())
                .header("Content-Type", "application/x-ndjson")
                .body(line.getBytes(StandardCharsets.UTF_8))
                .post("/v1/obligations")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        return obligation;
    }

    private static long rowsSeenAs(String client) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                Suite.databaseUrl("debt_check"),
                                "debt_check_app",
                                Suite.appPassword());
                var say = connection.prepareStatement("select set_config('app.client', ?, false)");
                var statement = connection.createStatement()) {
            if (client != null) {
                say.setString(1, client);
                say.execute();
            }
            try (var rows = statement.executeQuery("select count(*) from debt_inquiry")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
