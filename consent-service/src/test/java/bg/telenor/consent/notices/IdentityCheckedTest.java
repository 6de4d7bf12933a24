package bg.telenor.consent.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.events.identity.IdentityEvent.IdentityChecked;
import bg.telenor.events.identity.IdentityEvent.Shop;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.value.Egn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who was asked about at a counter hears where and when, if we know how to reach them. */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class IdentityCheckedTest {

    @Inject NoticeRepository repository;
    @Inject NoticeText text;

    private final Instant now = Instant.now();
    private final Egn person = People.someone();
    private final UUID reference = UUID.randomUUID();

    @Test
    void tellsWhereAndWhen() {
        var number = People.number();
        Api.holds(person, number);

        checked(now);

        await().atMost(Duration.ofSeconds(20)).until(() -> notices().size() == 1);
        var due = notices().getFirst().data();
        assertThat(due.path("template").asText()).isEqualTo("IDENTITY_CHECKED");
        Api.notifier()
                .get("/v1/notices/" + due.path("noticeId").asText())
                .then()
                .statusCode(200)
                .body("address", equalTo(number.e164()))
                .body("text", allOf(containsString("SOFIA-01"), containsString("самоличността")));
    }

    @Test
    void isWrittenInBothLanguages() {
        var at = Instant.parse("2026-03-02T23:00:00Z");

        assertThat(text.writeChecked(Language.BG, "SOFIA-01", at))
                .contains("SOFIA-01", "03.03.2026", "самоличността");
        assertThat(text.writeChecked(Language.EN, "SOFIA-01", at))
                .contains("SOFIA-01", "03.03.2026", "your identity was checked");
    }

    @Test
    void isToldOnceForAReference() {
        Api.holds(person, People.number());
        checked(now);
        checked(now);

        await().atMost(Duration.ofSeconds(20)).until(() -> !notices().isEmpty());

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .until(() -> notices().size() == 1);
    }

    @Test
    void waitsForAnAddress() {
        checked(now);
        await().atMost(Duration.ofSeconds(20)).until(this::isOwed);

        var number = People.number();
        Api.holds(person, number);

        await().atMost(Duration.ofSeconds(20)).until(() -> notices().size() == 1);
    }

    @Test
    void isNotToldOfAReferenceThatIsGone() {
        checked(now);
        await().atMost(Duration.ofSeconds(20)).until(this::isOwed);

        Suite.send(
                SuiteService.IDENTITY,
                new DataErased(
                        Suite.subjectRefs().of(person),
                        reference,
                        RecordType.IDENTITY_REFERENCE,
                        DataErased.Reason.REQUEST,
                        Instant.now()));

        await().atMost(Duration.ofSeconds(20)).until(() -> !isOwed());
        Api.holds(person, People.number());
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .until(() -> notices().isEmpty());
    }

    @Test
    void isGivenUpWhenThePersonCannotBeReachedForLong() {
        checked(now.minus(Duration.ofDays(30)).plusSeconds(8));
        await().atMost(Duration.ofSeconds(20)).until(this::isOwed);

        await().atMost(Duration.ofSeconds(20)).until(() -> !isOwed());
        assertThat(notices()).isEmpty();
    }

    private boolean isOwed() {
        return QuarkusTransaction.requiringNew().call(() -> repository.tellsOf(reference));
    }

    private List<TopicRecord> notices() {
        var key = Suite.subjectRefs().of(person).value();
        return Suite.records("notices", record -> key.equals(record.key()));
    }

    private void checked(Instant at) {
        Suite.send(
                SuiteService.IDENTITY,
                new IdentityChecked(
                        Suite.subjectRefs().of(person),
                        reference,
                        UUID.randomUUID(),
                        new Shop("SOFIA-01"),
                        at));
    }
}
