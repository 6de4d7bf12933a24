package bg.telenor.portability.recycling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Database;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class NumberRecyclingTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Sofia"));

    private final Msisdn number = Others.numberOfOurs();

    @Test
    void saysWhetherSomebodyElseHasTheNumberThanOnADay() {
        var first = opened(Others.somebody(), daysAgo(40));
        closed(first, daysAgo(20));
        var second = opened(Others.somebody(), daysAgo(10));

        check(number, today.minusDays(30))
                .then()
                .statusCode(200)
                .body("phoneNumberRecycled", equalTo(true));
        check(number, today.minusDays(5))
                .then()
                .statusCode(200)
                .body("phoneNumberRecycled", equalTo(false));

        assertThat(
                        Database.ask(
                                """
                                select string_agg(actor || ' ' || purpose || ' '
                                    || (facts ->> 'answer') || ' ' || (facts ->> 'recipient'), ','
                                    order by at)
                                  from evidence where record_id = ? and action = 'DISCLOSURE'""",
                                second))
                .isEqualTo(
                        "kyc-partner NUMBER_RECYCLING CHANGED KYC_PARTNER,"
                                + "kyc-partner NUMBER_RECYCLING UNCHANGED KYC_PARTNER");
    }

    @Test
    void refusesDaysThatAreToComeOrTooLongAgoToKnow() {
        opened(Others.somebody(), daysAgo(10));

        refused(check(number, today.plusDays(2)), 400, "OUT_OF_RANGE");
        refused(check(number, today.minusDays(200)), 400, "OUT_OF_RANGE");
    }

    @Test
    void knowsOnlyNumbersThatAreWithUs() {
        refused(check(number, today), 404, "IDENTIFIER_NOT_FOUND");
        refused(check(new Msisdn("+359888777001"), today), 404, "IDENTIFIER_NOT_FOUND");
        refused(
                post("{\"phoneNumber\":\"+442071838750\",\"specifiedDate\":\"2026-01-01\"}"),
                404,
                "IDENTIFIER_NOT_FOUND");
    }

    @Test
    void refusesInCamarasForm() {
        refused(post("{\"specifiedDate\":\"2026-01-01\"}"), 422, "MISSING_IDENTIFIER");
        refused(post("{\"phoneNumber\":\"+359898001234\"}"), 400, "INVALID_ARGUMENT");
        refused(
                post("{\"phoneNumber\":\"0898001234\",\"specifiedDate\":\"2026-01-01\"}"),
                400,
                "INVALID_ARGUMENT");
        refused(
                post(
                        "{\"phoneNumber\":\"+359898001234\",\"specifiedDate\":\"2026-01-01\",\"x\":1}"),
                400,
                "INVALID_ARGUMENT");
        refused(
                given().auth()
                        .oauth2(Suite.token("shop").text())
                        .contentType("application/json")
                        .body(
                                "{\"phoneNumber\":\"+359898001234\",\"specifiedDate\":\"2026-01-01\"}")
                        .post("/number-recycling/v0.2/check"),
                403,
                "PERMISSION_DENIED");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    private static Response check(Msisdn number, LocalDate day) {
        return post(
                "{\"phoneNumber\":\"%s\",\"specifiedDate\":\"%s\"}".formatted(number.e164(), day));
    }

    private static Response post(String body) {
        return given().auth()
                .oauth2(Suite.token("kyc-partner").text())
                .contentType("application/json")
                .body(body)
                .post("/number-recycling/v0.2/check");
    }

    private UUID opened(Egn person, Instant from) {
        var id = UUID.randomUUID();
        var refs = Suite.subjectRefs();
        Suite.send(
                SuiteService.CONSENT,
                new HoldingOpened(refs.of(number), id, refs.of(person), Capacity.SUBSCRIBER, from));
        awaitRow("select 1 from known_holding where id = ?", id);
        return id;
    }

    private void closed(UUID holding, Instant until) {
        Suite.send(
                SuiteService.CONSENT,
                new HoldingClosed(Suite.subjectRefs().of(number), holding, until));
        awaitRow("select 1 from known_holding where id = ? and valid_until is not null", holding);
    }

    private static void awaitRow(String query, UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.ask(query, id) != null);
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }
}
