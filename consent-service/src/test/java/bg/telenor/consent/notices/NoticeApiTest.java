package bg.telenor.consent.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class NoticeApiTest {

    @Test
    void tellsAPersonOnceOfAllThatCameFromOthers() {
        var person = People.someone();
        var number = People.number();
        Api.holds(person, number);
        received(ref(person), Source.REGIX_BDS, Purpose.CONTRACT_CONCLUSION);
        received(ref(person), Source.DONOR_OPERATOR, Purpose.NUMBER_PORTABILITY);

        var id = awaitNotice(ref(person));

        Api.notifier()
                .get("/v1/notices/" + id)
                .then()
                .statusCode(200)
                .body("channel", equalTo("SMS"))
                .body("address", equalTo(number.e164()))
                .body("language", equalTo("BG"))
                .body("text", containsString("информационните фондове"))
                .body("text", containsString("даряващия оператор"))
                .body(not(containsString(person.value())));
        assertThat(notices(ref(person))).hasSize(1);
    }

    @Test
    void isDeliveredByTheFirstFetchAndCanBeFetchedAgain() {
        var person = People.someone();
        Api.holds(person, People.number());
        received(ref(person), Source.REGIX_BDS, Purpose.CONTRACT_CONCLUSION);
        var id = awaitNotice(ref(person));
        officerSees("ANNOUNCED", id);

        Api.notifier().get("/v1/notices/" + id).then().statusCode(200);
        Api.notifier().get("/v1/notices/" + id).then().statusCode(200);

        officerSees("DELIVERED", id);
    }

    @Test
    void tellsTheSubscriberOfANumberOfWhatCameAboutIt() {
        var person = People.someone();
        var number = People.number();
        Api.holds(person, number);
        received(Suite.subjectRefs().of(number), Source.GOOGLE_PLAY, Purpose.PAY_WITH_TELENOR);

        var id = awaitNotice(ref(person));

        Api.notifier()
                .get("/v1/notices/" + id)
                .then()
                .body("address", equalTo(number.e164()))
                .body("text", containsString("Google Play"));
    }

    @Test
    void waitsForAnAddressAndIsNotLost() {
        var person = People.someone();
        received(ref(person), Source.REGIX_BDS, Purpose.CONTRACT_CONCLUSION);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                Api.officer()
                                        .get("/v1/notices?status=NO_ADDRESS")
                                        .then()
                                        .body("notices.template", hasItem("INDIRECT_COLLECTION")));

        var number = People.number();
        Api.holds(person, number);

        var id = awaitNotice(ref(person));
        Api.notifier().get("/v1/notices/" + id).then().body("address", equalTo(number.e164()));
    }

    @Test
    void owesNothingForWhatThePersonGaveOrWhatIsExempt() {
        var person = People.someone();
        Api.holds(person, People.number());
        received(ref(person), Source.DATA_SUBJECT, Purpose.NUMBER_PORTABILITY);
        received(ref(person), Source.BILLING, Purpose.OBLIGATION_RECORDS);

        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(10))
                .until(() -> notices(ref(person)).isEmpty());
    }

    @Test
    void owesNothingForWhatIsGoneByThen() {
        var person = People.someone();
        var record = received(ref(person), Source.REGIX_BDS, Purpose.CONTRACT_CONCLUSION);
        Suite.send(
                SuiteService.IDENTITY,
                new DataErased(
                        ref(person),
                        record,
                        RecordType.IDENTITY_REFERENCE,
                        DataErased.Reason.RETENTION,
                        Instant.now().plusSeconds(1)));
        Api.holds(person, People.number());

        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(10))
                .until(() -> notices(ref(person)).isEmpty());
    }

    @Test
    void isForTheNotifierAlone() {
        var id = UUID.randomUUID();

        Api.notifier().get("/v1/notices/" + id).then().statusCode(404);
        Api.shop().get("/v1/notices/" + id).then().statusCode(403);
        Api.person(People.someone()).get("/v1/notices/" + id).then().statusCode(403);
        Api.notifier().get("/v1/notices?status=OWED").then().statusCode(403);
    }

    private static void officerSees(String status, String id) {
        Api.officer()
                .get("/v1/notices?status=" + status)
                .then()
                .statusCode(200)
                .body("notices.id", hasItem(id));
    }

    private static String awaitNotice(SubjectRef person) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !notices(person).isEmpty());
        return notices(person).getFirst().data().path("noticeId").asText();
    }

    private static List<TopicRecord> notices(SubjectRef person) {
        return Suite.records("notices", record -> person.value().equals(record.key()));
    }

    private static SubjectRef ref(bg.telenor.kit.value.Egn person) {
        return Suite.subjectRefs().of(person);
    }

    private static UUID received(SubjectRef subject, Source source, Purpose purpose) {
        var record = UUID.randomUUID();
        Suite.send(
                SuiteService.IDENTITY,
                new DataReceived(
                        subject,
                        record,
                        RecordType.IDENTITY_REFERENCE,
                        purpose,
                        source,
                        null,
                        Instant.now(),
                        LocalDate.parse("2036-01-01")));
        return record;
    }
}
