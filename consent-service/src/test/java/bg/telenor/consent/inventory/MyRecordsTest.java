package bg.telenor.consent.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.events.Topic;
import bg.telenor.events.intake.IntakeEvent.DataDisclosed;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.OperatorCode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class MyRecordsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate END = LocalDate.parse("2036-01-01");

    @Test
    void showsWhereDataCameFromWhyOnWhatBasisAndUntilWhen() {
        var person = People.someone();
        var record = received(ref(person), NOW);

        var seen = awaitRecord(person, record, found -> true);

        assertThat(seen.getString("service")).isEqualTo("identity-service");
        assertThat(seen.getString("record")).isEqualTo("IDENTITY_REFERENCE");
        assertThat(seen.getString("source")).isEqualTo("REGIX_BDS");
        assertThat(seen.getString("purpose")).isEqualTo("CONTRACT_CONCLUSION");
        assertThat(seen.getString("basis")).startsWith("GDPR art. 6(1)");
        assertThat(seen.getString("retainUntil")).isEqualTo(END.toString());
        assertThat(seen.getString("status")).isEqualTo("HELD");
    }

    @Test
    void speaksTheLanguageThatThePersonAsksFor() {
        var person = People.someone();
        var record = received(ref(person), NOW);
        awaitRecord(person, record, found -> true);

        Api.person(person)
                .header("Accept-Language", "en-GB, bg;q=0.5")
                .get("/v1/my/records")
                .then()
                .body("records.sourceTitle", hasItem(containsString("Bulgarian personal")));
        Api.person(person)
                .get("/v1/my/records")
                .then()
                .body("records.sourceTitle", hasItem(containsString("български")))
                .body(not(containsString(ref(person).value())))
                .body(not(containsString(person.value())));
    }

    @Test
    void showsToWhomItWasGiven() {
        var person = People.someone();
        var record = received(ref(person), NOW);
        Suite.send(
                SuiteService.IDENTITY,
                new DataDisclosed(
                        ref(person),
                        record,
                        RecordType.IDENTITY_REFERENCE,
                        Purpose.CONTRACT_CONCLUSION,
                        new OperatorCode("A1"),
                        NOW));

        var seen = awaitRecord(person, record, found -> !found.getList("disclosures").isEmpty());

        assertThat(seen.getString("disclosures[0].recipient")).isEqualTo("A1");
    }

    @Test
    void saysWhenDataIsGoneAlsoWhenToldTwice() {
        var person = People.someone();
        var record = received(ref(person), NOW.minusSeconds(60));
        var event = erased(ref(person), record, NOW);
        var id = UUID.randomUUID();
        Suite.send(id, SuiteService.IDENTITY, event);
        Suite.send(id, SuiteService.IDENTITY, event);
        Suite.send(SuiteService.IDENTITY, event);

        var seen = awaitRecord(person, record, found -> isErased(found));

        assertThat(seen.getString("erasedReason")).isEqualTo("RETENTION");
    }

    @Test
    void anErasureHeardOfBeforeTheIntakeStillCounts() {
        var person = People.someone();
        var record = UUID.randomUUID();
        Suite.send(SuiteService.IDENTITY, erased(ref(person), record, NOW));
        received(record, ref(person), NOW.minusSeconds(60));

        awaitRecord(person, record, found -> isErased(found));
    }

    @Test
    void dataTakenInAnewAfterItsErasureIsThereAgain() {
        var person = People.someone();
        var record = received(ref(person), NOW.minusSeconds(60));
        Suite.send(SuiteService.IDENTITY, erased(ref(person), record, NOW.minusSeconds(30)));
        awaitRecord(person, record, found -> isErased(found));

        received(record, ref(person), NOW);

        awaitRecord(person, record, found -> !isErased(found));
    }

    @Test
    void whatALawHoldsBackIsThereAlsoWhenHeardOfAfterAnErasure() {
        var person = People.someone();
        var number = People.number();
        Api.holds(person, number);
        var before = Instant.now();
        var erasure = Api.openRequest(person, "ERASURE").then().extract().jsonPath();
        awaitOwnAnswers(erasure.getUUID("id"), 2);

        var link = heardOfLate(RecordType.STORE_LINK, Suite.subjectRefs().of(number), before);
        var purchase = heardOfLate(RecordType.PURCHASE, Suite.subjectRefs().of(number), before);

        var seen = awaitRecord(person, purchase, found -> true);
        assertThat(seen.getString("status")).isEqualTo("HELD");
        assertThat(seen.getString("basis")).isEqualTo("GDPR art. 6(1)(b)");
        assertThat(ids(person)).doesNotContain(link.toString());
    }

    @Test
    void showsNobodyTheRecordsOfAnother() {
        var person = People.someone();
        var record = received(ref(person), NOW);
        awaitRecord(person, record, found -> true);

        Api.person(People.someone())
                .get("/v1/my/records")
                .then()
                .statusCode(200)
                .body("records.id", not(hasItem(record.toString())));
    }

    @Test
    void aReassignedNumbersNewSubscriberSeesNothingOfTheOldOne() {
        var old = People.someone();
        var next = People.someone();
        var number = People.number();
        var change = NOW.minusSeconds(3600);
        Api.subscriptions(
                Api.subscription(
                        UUID.randomUUID(), number, old, change.minus(Duration.ofDays(30)), change),
                Api.subscription(UUID.randomUUID(), number, next, change));
        var ref = Suite.subjectRefs().of(number);
        var before = received(ref, change.minusSeconds(1));
        var after = received(ref, change);

        awaitRecord(old, before, found -> true);
        awaitRecord(next, after, found -> true);

        assertThat(ids(old)).contains(before.toString()).doesNotContain(after.toString());
        assertThat(ids(next)).contains(after.toString()).doesNotContain(before.toString());
    }

    @Test
    void aUserWhoIsNotTheSubscriberDoesNotSeeTheNumbersRecords() {
        var subscriber = People.someone();
        var user = People.someone();
        var number = People.number();
        Api.holds(subscriber, number);
        Api.subscriptions(
                Api.subscription(
                                UUID.randomUUID(),
                                number,
                                user,
                                Instant.parse("2020-01-01T00:00:00Z"))
                        .replace("SUBSCRIBER", "USER"));
        var record = received(Suite.subjectRefs().of(number), NOW);

        awaitRecord(subscriber, record, found -> true);

        assertThat(ids(user)).doesNotContain(record.toString());
    }

    @Test
    void pagesThroughManyRecordsWithoutRepeatingAny() {
        var person = People.someone();
        for (int i = 0; i < 130; i++) {
            received(ref(person), NOW.minusSeconds(i / 2));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> page(person, null).getString("next") != null);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            var first = page(person, null);
                            var second = page(person, first.getString("next"));
                            var all = first.<String>getList("records.id");
                            all.addAll(second.getList("records.id"));
                            assertThat(all).hasSize(130).doesNotHaveDuplicates();
                        });
    }

    @Test
    void refusesACursorThatIsNone() {
        Api.person(People.someone())
                .get("/v1/my/records?after=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void isForPersonsAlone() {
        Api.shop().get("/v1/my/records").then().statusCode(403);
        Api.as(Suite.token("my-data").text()).get("/v1/my/records").then().statusCode(403);
    }

    private static JsonPath page(Egn person, String after) {
        var caller = Api.person(person);
        if (after != null) {
            caller.queryParam("after", after);
        }
        return caller.get("/v1/my/records").jsonPath();
    }

    private static java.util.List<String> ids(Egn person) {
        return page(person, null).getList("records.id");
    }

    private static JsonPath awaitRecord(Egn person, UUID record, Predicate<JsonPath> wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                new JsonPath(Api.person(person).get("/v1/my/records").asString())
                                        .setRootPath("records.find { it.id == '" + record + "' }"),
                        found -> found.get("") != null && wanted.test(found));
    }

    private static boolean isErased(JsonPath found) {
        return found.getString("status").equals("ERASED");
    }

    private static SubjectRef ref(Egn person) {
        return Suite.subjectRefs().of(person);
    }

    private static UUID received(SubjectRef subject, Instant at) {
        return received(UUID.randomUUID(), subject, at);
    }

    private static UUID received(UUID record, SubjectRef subject, Instant at) {
        Suite.send(
                SuiteService.IDENTITY,
                new DataReceived(
                        subject,
                        record,
                        RecordType.IDENTITY_REFERENCE,
                        Purpose.CONTRACT_CONCLUSION,
                        Source.REGIX_BDS,
                        UUID.randomUUID(),
                        at,
                        END));
        return record;
    }

    /** Consent-service has erased what it keeps itself, in as many parts. */
    private static void awaitOwnAnswers(UUID request, int parts) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Suite.events(Topic.RIGHTS_ANSWERS, request).size() == parts);
    }

    /** What a purchase left, said at its time, comes only now. */
    private static UUID heardOfLate(RecordType type, SubjectRef number, Instant saidAt) {
        var record = UUID.randomUUID();
        var event =
                new DataReceived(
                        number,
                        record,
                        type,
                        Purpose.PAY_WITH_TELENOR,
                        Source.GOOGLE_PLAY,
                        null,
                        saidAt,
                        END);
        var envelope =
                EventEnvelope.of(
                        UUID.randomUUID(), SuiteService.PAY.serviceName(), saidAt, null, event);
        Suite.send(event.topic(), event.kafkaKey(), new EventCodec().encode(envelope));
        return record;
    }

    private static DataErased erased(SubjectRef subject, UUID record, Instant at) {
        return new DataErased(
                subject, record, RecordType.IDENTITY_REFERENCE, DataErased.Reason.RETENTION, at);
    }
}
