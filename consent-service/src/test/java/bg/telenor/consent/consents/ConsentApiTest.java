package bg.telenor.consent.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class ConsentApiTest {

    private static final String MARKETING =
            "\"purpose\":\"DIRECT_MARKETING\",\"channel\":\"WEB\",\"textVersion\":\"2026-01\"";

    @Test
    void aPersonGivesConsentAndEveryoneHearsOfIt() {
        var person = People.someone();

        give(Api.person(person), "{" + MARKETING + "}")
                .then()
                .statusCode(201)
                .body("status", equalTo("GIVEN"))
                .body("purpose", equalTo("DIRECT_MARKETING"));

        var state = awaitState(ref(person), "GIVEN");
        assertThat(state.data().path("signature").asText()).isNotEmpty();
        assertThat(state.text()).doesNotContain(person.value());
    }

    @Test
    void aPersonAgreesToBeMatchedForPartners() {
        var person = People.someone();

        give(Api.person(person), "{" + MARKETING.replace("DIRECT_MARKETING", "KYC_MATCH") + "}")
                .then()
                .statusCode(201)
                .body("purpose", equalTo("KYC_MATCH"));

        var entry = awaitState(ref(person), "GIVEN").data().path("entries").get(0);
        assertThat(entry.path("purpose").asText()).isEqualTo("KYC_MATCH");
    }

    @Test
    void aPersonWithdrawsAndDoingItAgainIsNoError() {
        var person = People.someone();
        var id = give(Api.person(person), "{" + MARKETING + "}").jsonPath().getString("id");

        withdraw(Api.person(person), id)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        withdraw(Api.person(person), id)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));

        awaitState(ref(person), "WITHDRAWN");
        assertThat(states(ref(person)))
                .extracting(state -> state.data().path("entries").get(0).path("status").asText())
                .containsExactly("GIVEN", "WITHDRAWN");
    }

    @Test
    void aShopGivesItOnAPersonsBehalf() {
        var person = People.someone();

        give(Api.shop(), "{%s,%s}".formatted(MARKETING, identifier(person)))
                .then()
                .statusCode(201)
                .body(not(containsString(person.value())));

        awaitState(ref(person), "GIVEN");
    }

    @Test
    void givesItOnceForTheSameKey() {
        var person = People.someone();
        var key = Api.key();
        var body = "{%s,%s}".formatted(MARKETING, identifier(person));

        var first = give(Api.shop(), key, body).jsonPath().getString("id");
        var second = give(Api.shop(), key, body).jsonPath().getString("id");

        assertThat(second).isEqualTo(first);
        give(Api.shop(), key, body.replace("WEB", "SHOP"))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void refusesToGiveWhatIsGiven() {
        var person = People.someone();
        give(Api.person(person), "{" + MARKETING + "}").then().statusCode(201);

        give(Api.person(person), "{" + MARKETING + "}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("CONSENT_ALREADY_GIVEN"));
    }

    @Test
    void canBeGivenAnewAfterItWasWithdrawn() {
        var person = People.someone();
        var id = give(Api.person(person), "{" + MARKETING + "}").jsonPath().getString("id");
        withdraw(Api.person(person), id);

        give(Api.person(person), "{" + MARKETING + "}").then().statusCode(201);

        Api.person(person).get("/v1/consents").then().body("consents", hasSize(2));
    }

    @Test
    void endsWithTheHoldingOfItsNumber() {
        var person = People.someone();
        var number = People.number();
        var holding = Api.holds(person, number);
        give(Api.person(person), "{%s,\"number\":\"%s\"}".formatted(MARKETING, number.e164()))
                .then()
                .statusCode(201);
        var key = Suite.subjectRefs().of(number);
        awaitState(key, "GIVEN");

        Api.subscriptions(
                Api.subscription(
                        holding,
                        number,
                        person,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.now().minusSeconds(1)));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () ->
                                assertThat(Suite.records("consent", of(key)).getLast().text())
                                        .isNull());
    }

    @Test
    void refusesANumberThatThePersonDoesNotHave() {
        var number = People.number();
        Api.holds(People.someone(), number);

        give(
                        Api.person(People.someone()),
                        "{%s,\"number\":\"%s\"}".formatted(MARKETING, number.e164()))
                .then()
                .statusCode(422)
                .body("code", equalTo("NUMBER_NOT_HELD"));
    }

    @Test
    void refusesAPurposeThatNeedsNoConsent() {
        give(
                        Api.person(People.someone()),
                        "{" + MARKETING.replace("DIRECT_MARKETING", "NUMBER_PORTABILITY") + "}")
                .then()
                .statusCode(422)
                .body("code", equalTo("PURPOSE_NOT_ALLOWED"));
    }

    @Test
    void refusesATextThatNobodyCanShow() {
        give(Api.person(People.someone()), "{" + MARKETING.replace("2026-01", "2020-12") + "}")
                .then()
                .statusCode(422)
                .body("code", equalTo("TEXT_VERSION_UNKNOWN"));
    }

    @Test
    void refusesABodyThatIsNotSound() {
        var person = Api.person(People.someone());
        for (var bad :
                List.of(
                        "{",
                        "[]",
                        "{}",
                        "{" + MARKETING.replace("DIRECT_MARKETING", "FUN") + "}",
                        "{" + MARKETING + ",\"surprise\":1}",
                        "{" + MARKETING.replace("2026-01", "8019010008") + "}",
                        "{" + MARKETING + ",\"number\":\"+40712345678\"}")) {
            give(person, bad)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("INVALID_REQUEST"))
                    .body(not(containsString("8019010008")))
                    .body(not(containsString("bg.telenor")));
        }
    }

    @Test
    void refusesAPersonalNumberWithAWrongChecksum() {
        var body = "{" + MARKETING + ",\"identifier\":{\"type\":\"EGN\",\"value\":\"8032056039\"}}";

        give(Api.shop(), body)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"))
                .body(not(containsString("8032056039")));
    }

    @Test
    void refusesSomeoneWhoIsNotBornYet() {
        var body = "{" + MARKETING + ",\"identifier\":{\"type\":\"EGN\",\"value\":\"7542011030\"}}";

        give(Api.shop(), body).then().statusCode(422).body("code", equalTo("BIRTH_DATE_IN_FUTURE"));
    }

    @Test
    void needsAnIdempotencyKeyWithoutAnIdentifierInIt() {
        Api.person(People.someone())
                .contentType(ContentType.JSON)
                .body("{" + MARKETING + "}")
                .post("/v1/consents")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        give(Api.person(People.someone()), People.someone().value(), "{" + MARKETING + "}")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDENTIFIER_IN_REFERENCE"));
    }

    @Test
    void aPersonsTokenSaysWhoseConsentItIs() {
        var body = "{%s,%s}".formatted(MARKETING, identifier(People.someone()));

        give(Api.person(People.someone()), body)
                .then()
                .statusCode(400)
                .body("code", equalTo("PERSON_NOT_ALLOWED"));
        give(Api.shop(), "{" + MARKETING + "}")
                .then()
                .statusCode(400)
                .body("code", equalTo("PERSON_REQUIRED"));
    }

    @Test
    void anotherPersonsConsentIsNotThere() {
        var id =
                give(Api.person(People.someone()), "{" + MARKETING + "}")
                        .jsonPath()
                        .getString("id");
        var stranger = Api.person(People.someone());

        stranger.get("/v1/consents/" + id).then().statusCode(404);
        withdraw(Api.person(People.someone()), id)
                .then()
                .statusCode(404)
                .body("code", equalTo("CONSENT_NOT_FOUND"));
        Api.shop().get("/v1/consents/" + id).then().statusCode(404);
        Api.shop().get("/v1/consents/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void refusesCallersThatMayNot() {
        give(Api.as(Suite.token("notifier").text()), "{" + MARKETING + "}").then().statusCode(403);
        give(Api.as(Suite.forgedToken("shop").text()), "{" + MARKETING + "}")
                .then()
                .statusCode(401);
        give(Api.as(Suite.token("shop").audience("pay-with-telenor-service").text()), "{}")
                .then()
                .statusCode(401);
    }

    private static Response give(RequestSpecification caller, String body) {
        return give(caller, Api.key(), body);
    }

    private static Response give(RequestSpecification caller, String key, String body) {
        return io.restassured.RestAssured.given()
                .spec(caller)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/consents");
    }

    private static Response withdraw(RequestSpecification caller, String id) {
        return caller.contentType(ContentType.JSON)
                .body("{\"channel\":\"APP\"}")
                .post("/v1/consents/" + id + "/withdrawal");
    }

    private static String identifier(Egn person) {
        return "\"identifier\":{\"type\":\"EGN\",\"value\":\"%s\"}".formatted(person.value());
    }

    private static SubjectRef ref(Egn person) {
        return Suite.subjectRefs().of(person);
    }

    private static TopicRecord awaitState(SubjectRef key, String status) {
        await().atMost(Duration.ofSeconds(15))
                .until(
                        () ->
                                states(key).stream()
                                        .anyMatch(
                                                state ->
                                                        state.data()
                                                                .path("entries")
                                                                .path(0)
                                                                .path("status")
                                                                .asText()
                                                                .equals(status)));
        return states(key).getLast();
    }

    private static List<TopicRecord> states(SubjectRef key) {
        return Suite.records("consent", of(key));
    }

    private static java.util.function.Predicate<TopicRecord> of(SubjectRef key) {
        return record -> key.value().equals(record.key());
    }
}
