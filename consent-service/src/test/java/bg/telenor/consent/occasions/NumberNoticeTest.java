package bg.telenor.consent.occasions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.events.porting.PortingEvent;
import bg.telenor.events.porting.PortingEvent.PortLockLifted;
import bg.telenor.events.porting.PortingEvent.PortLockSet;
import bg.telenor.events.porting.PortingEvent.PortOutAsked;
import bg.telenor.events.porting.PortingEvent.PortingScheduled;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose number is asked for, leaves or is locked hears of it, on that number. */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class NumberNoticeTest {

    private static final OperatorCode A1 = new OperatorCode("A1");

    private final Egn person = People.someone();
    private final Msisdn number = People.number();
    private final SubjectRef ref = Suite.subjectRefs().of(number);
    private final UUID about = UUID.randomUUID();
    private final Instant nextNewYear =
            LocalDate.of(LocalDate.now(ZoneId.of("UTC")).getYear() + 1, 1, 2)
                    .atTime(LocalTime.of(14, 30))
                    .atZone(ZoneId.of("Europe/Sofia"))
                    .toInstant();

    @Test
    void hearsWhoAsksForItAndUntilWhenToSayNo() {
        Api.holds(person, People.number());
        Api.holds(person, number);

        say(new PortOutAsked(ref, about, A1, nextNewYear));

        notice("PORT_OUT_REQUESTED")
                .body("address", equalTo(number.e164()))
                .body("text", allOf(containsString("A1"), containsString("откажете до 02.01.")))
                .body("text", containsString(", 14:30"));
    }

    @Test
    void hearsWhenItLeaves() {
        Api.holds(person, number);

        say(new PortingScheduled(ref, about, nextNewYear, A1));

        notice("PORT_OUT_SCHEDULED").body("text", containsString("преминава към A1 на 02.01."));
    }

    @Test
    void hearsThatItIsLockedAndUnlocked() {
        Api.holds(person, number);

        say(new PortLockSet(ref, about));
        say(new PortLockLifted(ref, about));

        notice("PORT_LOCK_SET").body("text", containsString("защитен"));
        notice("PORT_LOCK_LIFTED").body("text", containsString("свалена"));
    }

    @Test
    void isNotToldOfANumberThatComesToUsOrIsNobodys() {
        var marker = People.someone();
        var another = People.number();
        Api.holds(person, number);
        Api.holds(marker, another);

        say(new PortingScheduled(ref, about, nextNewYear, null));
        say(new PortLockSet(Suite.subjectRefs().of(People.number()), about));

        say(new PortLockSet(Suite.subjectRefs().of(another), about));
        await().atMost(Duration.ofSeconds(20)).until(() -> !notices(marker).isEmpty());
        assertThat(notices(person)).isEmpty();
    }

    private ValidatableResponse notice(String template) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !noticed(template).isEmpty());
        var id = noticed(template).getFirst().data().path("noticeId").asText();
        return Api.notifier().get("/v1/notices/" + id).then().statusCode(200);
    }

    private List<TopicRecord> noticed(String template) {
        return notices(person).stream()
                .filter(record -> template.equals(record.data().path("template").asText()))
                .toList();
    }

    private static List<TopicRecord> notices(Egn who) {
        var key = Suite.subjectRefs().of(who).value();
        return Suite.records("notices", record -> key.equals(record.key()));
    }

    private static void say(PortingEvent event) {
        Suite.send(SuiteService.PORTABILITY, event);
    }
}
