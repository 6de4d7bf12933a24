package bg.telenor.consent.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.events.Topic;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class AccessRequestTest {

    @Test
    void asksEveryServiceUnderEachOfThePersonsReferences() {
        var person = People.someone();
        var number = People.number();
        Api.holds(person, number);

        var id = open(person);

        var parts = Answerer.of(id, 2).parts();
        assertThat(parts)
                .extracting(part -> part.key())
                .containsExactlyInAnyOrder(
                        Suite.subjectRefs().of(person).value(),
                        Suite.subjectRefs().of(number).value());
        assertThat(parts)
                .allSatisfy(
                        part -> {
                            assertThat(part.data().path("parts").asInt()).isEqualTo(2);
                            assertThat(part.data().path("signature").asText()).isNotEmpty();
                            assertThat(part.text()).doesNotContain(person.value());
                        });
    }

    @Test
    void makesOneArchiveOfAnswersInAnyOrderAndTwice() {
        var person = People.someone();
        Api.holds(person, People.number());
        var id = open(person);
        var answerer = Answerer.of(id, 2);
        var first = answerer.parts().getFirst();
        var last = answerer.piece(first, 1, true, "[{\"n\":3}]");
        Suite.send(SuiteService.PAY, last);
        Suite.send(SuiteService.PAY, last);
        Suite.send(SuiteService.PAY, answerer.piece(first, 0, false, "[{\"n\":1},{\"n\":2}]"));
        Suite.send(SuiteService.PAY, answerer.piece(answerer.parts().getLast(), 0, true, "[]"));
        answerer.nothing(SuiteService.DEBT_CHECK);
        answerer.nothing(SuiteService.PORTABILITY);
        assertThat(status(person, id)).isEqualTo("OPEN");
        answerer.nothing(SuiteService.IDENTITY);

        awaitStatus(person, id, "COMPLETE");

        archive(person, id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .contentType(ContentType.JSON)
                .body("request.type", equalTo("ACCESS"))
                .body("services", hasSize(5))
                .body("missing", hasSize(0))
                .body(
                        "services.find { it.service == 'pay-with-telenor-service' }.records.n",
                        equalTo(java.util.List.of(1, 2, 3)))
                .body(
                        "services.find { it.service == 'consent-service' }.records.record",
                        hasItem("HOLDING"))
                .body(not(containsString(Suite.subjectRefs().of(person).value())))
                .body(not(containsString("answerKey")));
    }

    @Test
    void tellsThePersonThatItIsDone() {
        var person = People.someone();
        Api.holds(person, People.number());
        var id = open(person);
        Answerer.of(id, 2).nothingElse();
        awaitStatus(person, id, "COMPLETE");

        var key = Suite.subjectRefs().of(person).value();
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Suite.records("notices", record -> key.equals(record.key()))
                                        .stream()
                                        .anyMatch(
                                                notice ->
                                                        notice.data()
                                                                .path("template")
                                                                .asText()
                                                                .equals("RIGHTS_REQUEST_DONE")));
    }

    @Test
    void doesNotTakeAPieceThatIsNotWhatItsDigestSays() {
        var person = People.someone();
        var id = open(person);
        var answerer = Answerer.of(id, 1);
        var part = answerer.parts().getFirst();
        answerer.nothing(SuiteService.DEBT_CHECK);
        answerer.nothing(SuiteService.PORTABILITY);
        answerer.nothing(SuiteService.PAY);

        Suite.send(
                SuiteService.IDENTITY,
                answerer.piece(part, 0, true, "[{}]", Sha256.of(new byte[0])));

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> status(person, id).equals("OPEN"));
    }

    @Test
    void namesWhoDidNotAnswerInTime() {
        var person = People.someone();
        var id = open(person);
        var answerer = Answerer.of(id, 1);
        answerer.nothing(SuiteService.DEBT_CHECK);
        Suite.await(Topic.RIGHTS_ANSWERS, UUID.fromString(id), "AccessAnswered");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Suite.events(Topic.RIGHTS_ANSWERS, UUID.fromString(id)).size() == 2);

        timePasses(id);

        awaitStatus(person, id, "COMPLETE_WITH_GAPS");
        Api.person(person)
                .get("/v1/rights-requests/" + id)
                .then()
                .body("missing", hasItem("identity-service"))
                .body("missing", not(hasItem("debt-check-service")));
        archive(person, id).then().statusCode(200).body("missing", hasItem("identity-service"));
    }

    @Test
    void isAskedOnceForTheSameKeyAndOneAtATime() {
        var person = People.someone();
        var key = Api.key();

        var first = open(person, key).then().statusCode(201).extract().jsonPath().getString("id");
        var second = open(person, key).then().statusCode(201).extract().jsonPath().getString("id");

        assertThat(second).isEqualTo(first);
        Api.openRequest(person, "ERASURE")
                .then()
                .statusCode(409)
                .body("code", equalTo("RIGHTS_REQUEST_ALREADY_OPEN"));
    }

    @Test
    void saysWhenTheLawWantsItAnswered() {
        Api.openRequest(People.someone(), "ACCESS")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/rights-requests/"))
                .body("status", equalTo("OPEN"))
                .body("answerBy", notNullValue());
    }

    @Test
    void theArchiveOfAnOpenRequestIsNotThereYet() {
        var person = People.someone();
        var id = open(person);

        archive(person, id).then().statusCode(409).body("code", equalTo("RIGHTS_REQUEST_OPEN"));
        Api.person(person)
                .get("/v1/rights-requests/" + id + "/certificate")
                .then()
                .statusCode(404)
                .body("code", equalTo("CERTIFICATE_NOT_FOUND"));
    }

    @Test
    void anotherPersonsRequestIsNotThere() {
        var id = open(People.someone());
        var stranger = People.someone();

        Api.person(stranger).get("/v1/rights-requests/" + id).then().statusCode(404);
        archive(stranger, id).then().statusCode(404);
        Api.officer().get("/v1/rights-requests/" + id).then().statusCode(200);
        Api.officer().get("/v1/rights-requests/" + id + "/archive").then().statusCode(403);
    }

    @Test
    void isForPersonsAboutThemselvesAlone() {
        var someoneElse =
                "{\"type\":\"ACCESS\",\"person\":{\"type\":\"EGN\",\"value\":\"%s\"}}"
                        .formatted(People.someone().value());

        Api.person(People.someone())
                .header("Idempotency-Key", Api.key())
                .contentType(ContentType.JSON)
                .body(someoneElse)
                .post("/v1/rights-requests")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        Api.shop()
                .header("Idempotency-Key", Api.key())
                .contentType(ContentType.JSON)
                .body("{\"type\":\"ACCESS\"}")
                .post("/v1/rights-requests")
                .then()
                .statusCode(403);
    }

    private static String open(Egn person) {
        return Api.openRequest(person, "ACCESS")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static Response open(Egn person, String key) {
        return Api.person(person)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"type\":\"ACCESS\"}")
                .post("/v1/rights-requests");
    }

    private static Response archive(Egn person, String id) {
        return Api.person(person).get("/v1/rights-requests/" + id + "/archive");
    }

    private static String status(Egn person, String id) {
        return Api.person(person).get("/v1/rights-requests/" + id).jsonPath().getString("status");
    }

    private static void awaitStatus(Egn person, String id, String status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> status(person, id).equals(status));
    }

    /** The end of the time in which answers are waited for comes. */
    private static void timePasses(String id) {
        try (var connection =
                        DriverManager.getConnection(
                                Suite.databaseUrl("consent"),
                                "consent_owner",
                                Suite.ownerPassword());
                var statement =
                        connection.prepareStatement(
                                """
                                update rights_request
                                   set collect_until = requested_at, due_at = requested_at
                                 where id = ?\
                                """)) {
            statement.setObject(1, UUID.fromString(id));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
