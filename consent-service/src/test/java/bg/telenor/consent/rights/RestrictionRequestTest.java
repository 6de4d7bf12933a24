package bg.telenor.consent.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.events.Topic;
import bg.telenor.events.intake.IntakeEvent.DataDisclosed;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.OperatorCode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person has the processing of their data restricted, and it ends when they know (art. 18). */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class RestrictionRequestTest {

    private static final String RESTRICTION =
            "{\"type\":\"RESTRICTION\",\"ground\":\"NEEDED_FOR_CLAIMS\"}";

    private final Egn person = People.someone();

    @Test
    void commandsAllServicesAndReportsWhatTheySay() {
        Api.holds(person, People.number());

        var id = id(Api.openRequestWith(Api.person(person), RESTRICTION));

        var answerer = Answerer.of(id, 2);
        assertThat(answerer.parts())
                .allSatisfy(part -> assertThat(part.type()).isEqualTo("RestrictionSet"));
        answerer.restricted(3);
        awaitStatus(id, "COMPLETE");
        report(id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("type", equalTo("RESTRICTION"))
                .body("ground", equalTo("NEEDED_FOR_CLAIMS"))
                .body("services", hasSize(5))
                .body("services.find { it.service == 'identity-service' }.records", equalTo(6))
                .body("missing", hasSize(0))
                .body(not(containsString(person.value())))
                .body(not(containsString(Suite.subjectRefs().of(person).value())));
    }

    @Test
    void namesThoseWhoAreToBeInformed() {
        var ref = Suite.subjectRefs().of(person);
        var record = UUID.randomUUID();
        Suite.send(
                SuiteService.DEBT_CHECK,
                new DataReceived(
                        ref,
                        record,
                        RecordType.DEBT_CHECK,
                        Purpose.DEVICE_RISK_ASSESSMENT,
                        Source.DATA_SUBJECT,
                        null,
                        Instant.now(),
                        LocalDate.parse("2031-01-01")));
        Suite.send(
                SuiteService.DEBT_CHECK,
                new DataDisclosed(
                        ref,
                        record,
                        RecordType.DEBT_CHECK,
                        Purpose.DEVICE_RISK_ASSESSMENT,
                        new OperatorCode("A1"),
                        Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                Api.person(person)
                                        .get("/v1/my/records")
                                        .then()
                                        .body(containsString("\"A1\"")));

        var id = restricted();

        report(id)
                .then()
                .body("recipients", hasSize(1))
                .body("recipients[0].recipient", equalTo("A1"))
                .body("recipients[0].record", equalTo("DEBT_CHECK"));
    }

    @Test
    void restrictsHereToo() {
        Api.holds(person, People.number());
        restricted();

        var access = id(Api.openRequest(person, "ACCESS"));

        Answerer.of(access, 2).nothingElse();
        awaitStatus(access, "COMPLETE");
        Api.person(person)
                .get("/v1/rights-requests/" + access + "/archive")
                .then()
                .statusCode(200)
                .body(containsString("HOLDING"));
    }

    @Test
    void thePersonLiftsItAtOnce() {
        restricted();

        var id = id(Api.openRequest(person, "RESTRICTION_LIFTING"));

        var answerer = Answerer.of(id, 1);
        assertThat(answerer.parts().getFirst().type()).isEqualTo("RestrictionLifted");
        answerer.restricted(0);
        awaitStatus(id, "COMPLETE");
        Api.openRequest(person, "RESTRICTION_LIFTING")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_RESTRICTED"));
    }

    @Test
    void theOfficerLiftsItWhenThePersonHasBeenTold() {
        Api.holds(person, People.number());
        restricted();

        var id = id(asOfficer("RESTRICTION_LIFTING"));

        Api.officer().get("/v1/rights-requests/" + id).then().body("status", equalTo("ANNOUNCED"));
        var notice = awaitNotice();
        assertThat(commands(id)).isEmpty();
        Api.notifier()
                .get("/v1/notices/" + notice)
                .then()
                .statusCode(200)
                .body("text", not(containsString("{")));
        await().atMost(Duration.ofSeconds(20)).until(() -> commands(id).size() == 2);
        assertThat(commands(id))
                .allSatisfy(part -> assertThat(part.type()).isEqualTo("RestrictionLifted"));
        Answerer.of(id, 2).restricted(0);
        awaitStatus(id, "COMPLETE");
    }

    @Test
    void withoutAnAddressNothingIsLiftedBehindThePersonsBack() {
        restricted();

        var id = id(asOfficer("RESTRICTION_LIFTING"));

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                Api.officer()
                                        .get("/v1/rights-requests/" + id)
                                        .then()
                                        .body("status", equalTo("ANNOUNCED")));
        assertThat(commands(id)).isEmpty();
    }

    @Test
    void aNumbersNextHolderIsNotRestricted() {
        var number = People.number();
        var subscription = Api.holds(person, number);
        restricted();
        var from = Instant.parse("2020-01-01T00:00:00Z");
        var end = Instant.now().minusSeconds(60);

        Api.subscriptions(Api.subscription(subscription, number, person, from, end))
                .then()
                .statusCode(200);

        var key = Suite.subjectRefs().of(number).value();
        var ended =
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () ->
                                        Suite.records(
                                                "rights",
                                                record ->
                                                        record.key().equals(key)
                                                                && record.data().has("until")),
                                found -> !found.isEmpty());
        assertThat(ended.getFirst().type()).isEqualTo("RestrictionSet");
        assertThat(Instant.parse(ended.getFirst().data().path("from").asText())).isEqualTo(from);
    }

    @Test
    void aRestrictionAndNothingElseHasAGround() {
        Api.openRequest(person, "RESTRICTION")
                .then()
                .statusCode(422)
                .body("code", equalTo("GROUND_NOT_ALLOWED"));
        Api.openRequestWith(
                        Api.person(person),
                        "{\"type\":\"ACCESS\",\"ground\":\"OBJECTION_PENDING\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("GROUND_NOT_ALLOWED"));
    }

    @Test
    void theOfficerSaysWhomItIsAboutAndThePersonDoesNot() {
        Api.openRequestWith(Api.officer(), "{\"type\":\"RECTIFICATION\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("PERSON_REQUIRED"));
        Api.openRequestWith(Api.person(person), body("RECTIFICATION"))
                .then()
                .statusCode(400)
                .body("code", equalTo("PERSON_NOT_ALLOWED"));
    }

    @Test
    void accessAndErasureThePersonAloneAsksFor() {
        for (var type : List.of("ACCESS", "ERASURE")) {
            asOfficer(type).then().statusCode(422).body("code", equalTo("PERSON_ASKS_ALONE"));
        }
    }

    @Test
    void anothersReportIsNotFound() {
        var id = restricted();

        Api.person(People.someone())
                .get("/v1/rights-requests/" + id + "/report")
                .then()
                .statusCode(404)
                .body("code", equalTo("RIGHTS_REQUEST_NOT_FOUND"));
        Api.officer().get("/v1/rights-requests/" + id + "/report").then().statusCode(200);
    }

    private String restricted() {
        var opened = Api.openRequestWith(Api.person(person), RESTRICTION);
        var id = id(opened);
        await().atMost(Duration.ofSeconds(20)).until(() -> !commands(id).isEmpty());
        var parts = commands(id).getFirst().data().path("parts").asInt();
        Answerer.of(id, parts).restricted(0);
        awaitStatus(id, "COMPLETE");
        return id;
    }

    private Response asOfficer(String type) {
        return Api.openRequestWith(Api.officer(), body(type));
    }

    private String body(String type) {
        return "{\"type\":\"%s\",\"identifier\":{\"type\":\"EGN\",\"value\":\"%s\"}}"
                .formatted(type, person.value());
    }

    private String awaitNotice() {
        var key = Suite.subjectRefs().of(person).value();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Suite.records(
                                        "notices",
                                        record ->
                                                record.key().equals(key)
                                                        && record.data()
                                                                .path("template")
                                                                .asText()
                                                                .equals(
                                                                        "RESTRICTION_TO_BE_LIFTED")),
                        found -> !found.isEmpty())
                .getFirst()
                .data()
                .path("noticeId")
                .asText();
    }

    private static List<TopicRecord> commands(String id) {
        return Suite.events(Topic.RIGHTS, UUID.fromString(id));
    }

    private void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                Api.person(person)
                                        .get("/v1/rights-requests/" + id)
                                        .jsonPath()
                                        .getString("status")
                                        .equals(status));
    }

    private Response report(String id) {
        return Api.person(person).get("/v1/rights-requests/" + id + "/report");
    }

    private static String id(Response opened) {
        return opened.then().statusCode(201).extract().jsonPath().getString("id");
    }
}
