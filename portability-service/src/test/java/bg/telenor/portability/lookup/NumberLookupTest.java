package bg.telenor.portability.lookup;

import static bg.telenor.portability.Others.A1;
import static bg.telenor.portability.Others.VIVACOM;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import bg.telenor.counterparts.operator.OperatorCaller.Answered;
import bg.telenor.counterparts.operator.PortingDesk;
import bg.telenor.events.Topic;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class NumberLookupTest {

    @ParameterizedTest
    @CsvSource({
        "+359888001234, A1",
        "+359878001234, VIVACOM",
        "+359898001234, TELENOR",
        "+359989001234, A1",
        "+359996401234, TELENOR",
        "+359999801234, VIVACOM"
    })
    void goesByRangeWhenANumberWasNotPorted(String number, String operator) {
        Shop.lookUp(new Msisdn(number))
                .then()
                .statusCode(200)
                .body("results[0].number", equalTo(number))
                .body("results[0].servedBy", equalTo(operator))
                .body("results[0].blockOperator", equalTo(operator))
                .body("results[0].portedSince", nullValue());
    }

    @Test
    void readsNumbersAsPeopleWriteThem() {
        ask("[\"0888 00 12 34\"]").then().body("results[0].number", equalTo("+359888001234"));
    }

    @Test
    void saysNothingOfRangesThatNobodyHolds() {
        Shop.lookUp(new Msisdn("+35924000123"))
                .then()
                .statusCode(200)
                .body("results[0].servedBy", nullValue());
    }

    @Test
    void answersTenThousandInTheOrderAsked() {
        var numbers =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "\"+35988801%04d\"".formatted(9_999 - i))
                        .collect(Collectors.joining(",", "[", "]"));

        ask(numbers)
                .then()
                .statusCode(200)
                .body("results", hasSize(10_000))
                .body("results[0].number", equalTo("+359888019999"))
                .body("results[9999].number", equalTo("+359888010000"));
    }

    @Test
    void hearsOfPortingsBetweenOthers() throws Exception {
        var number = Others.numberOfA1();

        var answer = tell(VIVACOM, number, "VIVACOM", Instant.now());

        assertThat(answer.body().path("status").asText()).isEqualTo("ACKNOWLEDGED");
        awaitServedBy(number, "VIVACOM");
        assertThat(Suite.records(Topic.NUMBERS.topicName(), r -> number.e164().equals(r.key())))
                .hasSize(1);
    }

    @Test
    void knowsOfAPortingToComeAndWaitsForIt() throws Exception {
        var number = Others.numberOfA1();

        tell(VIVACOM, number, "VIVACOM", Instant.now().plusSeconds(4));

        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(3))
                .until(() -> Shop.servedBy(number).equals("A1"));
        awaitServedBy(number, "VIVACOM");
    }

    @Test
    void saysWhoServedANumberAtAMomentBefore() throws Exception {
        var number = Others.numberOfA1();
        var moved = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        tell(VIVACOM, number, "VIVACOM", moved);
        awaitServedBy(number, "VIVACOM");

        lookUpAsOf(number, moved.minusMillis(1))
                .then()
                .statusCode(200)
                .body("results[0].servedBy", equalTo("A1"))
                .body("results[0].portedSince", nullValue());
        lookUpAsOf(number, moved)
                .then()
                .body("asOf", equalTo(moved.toString()))
                .body("results[0].servedBy", equalTo("VIVACOM"))
                .body("results[0].portedSince", equalTo(moved.toString()));
    }

    @Test
    void saysForHowLongChangesMayHaveGoneUnnoticed() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                Shop.lookUp(new Msisdn("+359888001234"))
                                        .then()
                                        .header("Age", Integer::parseInt, lessThan(2))
                                        .body("staleMillis", lessThan(2_000)));
        given().get("/q/metrics").then().body(containsString("numbers_staleness_seconds"));
    }

    @Test
    void answersAStreamLineByLineAlsoTheBadOnes() {
        var answer =
                stream(
                        """
                                {"number":"+359888001234"}

                                {"number":"+442071838750"}
                                {"number":"0878001234","asOf":"2020-01-01T00:00:00Z"}
                                {"number":"+359888001234","more":1}
                                {
                                null
                                %s
                                {"number":"+359898001234"}"""
                                .formatted("x".repeat(1_000)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Age")).isNotNull();
        assertThat(answer.asString().lines())
                .containsExactly(
                        "{\"number\":\"+359888001234\",\"servedBy\":\"A1\",\"blockOperator\":\"A1\"}",
                        "{\"line\":3,\"code\":\"INVALID_NUMBER\"}",
                        "{\"number\":\"+359878001234\",\"servedBy\":\"VIVACOM\",\"blockOperator\":\"VIVACOM\"}",
                        "{\"line\":5,\"code\":\"INVALID_NUMBER\"}",
                        "{\"line\":6,\"code\":\"INVALID_NUMBER\"}",
                        "{\"line\":7,\"code\":\"INVALID_NUMBER\"}",
                        "{\"line\":8,\"code\":\"INVALID_NUMBER\"}",
                        "{\"number\":\"+359898001234\",\"servedBy\":\"TELENOR\",\"blockOperator\":\"TELENOR\"}");
    }

    @Test
    void streamsMoreThanOneRequestMayHold() {
        int many = 50_000;
        var lines =
                IntStream.range(0, many)
                        .mapToObj(i -> "{\"number\":\"+359888%06d\"}".formatted(i))
                        .collect(Collectors.joining("\n"));

        var answer = stream(lines);

        assertThat(answer.asString().lines().filter(line -> line.contains("\"A1\""))).hasSize(many);
    }

    @Test
    void isNotMisledByBroadcastsInTheWrongOrder() throws Exception {
        var number = Others.numberOfA1();
        var now = Instant.now();

        tell(A1, number, "A1", now);
        tell(VIVACOM, number, "VIVACOM", now.minusSeconds(60));

        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> Shop.servedBy(number).equals("A1"));
    }

    @Test
    void doesNotBelieveWhoSpeaksForAnother() throws Exception {
        var number = Others.numberOfA1();

        var answer = tell(A1, number, "VIVACOM", Instant.now());

        assertThat(answer.body().path("code").asText()).isEqualTo("NOT_ALLOWED_NOW");
    }

    @Test
    void losesNoNumberToAMereBroadcast() throws Exception {
        var number = Others.numberOfOurs();

        var answer = tell(A1, number, "A1", Instant.now());

        assertThat(answer.body().path("code").asText()).isEqualTo("NOT_ALLOWED_NOW");
        assertThat(Shop.servedBy(number)).isEqualTo("TELENOR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "[null]",
                "[\"+40722000123\"]",
                "[\"+359888001234\",\"+442071838750\"]",
                "[\"112\"]",
                "[{}]"
            })
    void refusesWhatIsNoNumberOfTheCountry(String numbers) {
        ask(numbers)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_REQUEST"))
                .body(not(containsString("40722000123")));
    }

    @Test
    void refusesMoreThanTenThousand() {
        var numbers =
                IntStream.range(0, 10_001)
                        .mapToObj(i -> "\"+359888010000\"")
                        .collect(Collectors.joining(",", "[", "]"));

        ask(numbers).then().statusCode(400);
    }

    @Test
    void refusesWhoMayNotLookUp() {
        given().auth()
                .oauth2(Suite.token("shop").scopes("portings.read").text())
                .contentType("application/json")
                .body("{\"numbers\":[\"+359888001234\"]}")
                .post("/v1/number-lookups")
                .then()
                .statusCode(403);
    }

    @Test
    void isReadyOnceAllNumbersAreKnown() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'numbers' }.status", equalTo("UP"));
    }

    private static Response lookUpAsOf(Msisdn number, Instant moment) {
        return Shop.request()
                .body("{\"numbers\":[\"%s\"],\"asOf\":\"%s\"}".formatted(number.e164(), moment))
                .post("/v1/number-lookups");
    }

    private static Response stream(String lines) {
        return Shop.request()
                .contentType("application/x-ndjson")
                .accept("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/number-lookups");
    }

    private static Response ask(String numbers) {
        return Shop.request().body("{\"numbers\":" + numbers + "}").post("/v1/number-lookups");
    }

    private static Answered tell(PortingDesk sender, Msisdn number, String servedBy, Instant from)
            throws Exception {
        return sender.bring(
                sender.message(
                        UUID.randomUUID(),
                        "PortBroadcast",
                        Map.of(
                                "numbers",
                                List.of(number.e164()),
                                "servedBy",
                                servedBy,
                                "route",
                                "C28403",
                                "from",
                                from.toString())));
    }

    private static void awaitServedBy(Msisdn number, String operator) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Shop.servedBy(number).equals(operator));
    }
}
