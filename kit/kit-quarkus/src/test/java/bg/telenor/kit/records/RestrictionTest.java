package bg.telenor.kit.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.events.Topic;
import bg.telenor.events.rights.RightsEvent;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.events.rights.RightsEvent.RestrictionLifted;
import bg.telenor.events.rights.RightsEvent.RestrictionSet;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.records.Records.Despite;
import bg.telenor.kit.records.Restrictions.State;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is restricted is kept, and nothing else is done with it (GDPR art. 18). */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class RestrictionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Inject TestRecords services;
    @Inject Restrictions restrictions;
    @Inject Retention retention;

    @Test
    void aRestrictedRecordIsKeptAndNotOpened() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");

        var answered = restrict(kept.subject(), null);

        assertThat(answered).isEqualTo(1);
        refuses(() -> services.open(kept));
        assertThat(Owner.isKept(kept)).isTrue();
        assertThat(Owner.evidence(kept, "READ")).isZero();
        assertThat(Owner.evidence(kept, "RESTRICTION")).isEqualTo(1);
    }

    @Test
    void newContentOfARestrictedRecordIsKept() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account-1");
        restrict(kept.subject(), null);

        services.keep(kept, "account-2");

        assertThat(despite(kept)).contains("account-2");
    }

    @Test
    void aGroundOfTheLawOpensItAndIsInEvidence() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        restrict(kept.subject(), null);

        assertThat(despite(kept)).contains("account");
        assertThat(
                        Owner.countData(
                                "SELECT count(*) FROM evidence WHERE record_id = ?"
                                        + " AND facts ->> 'restriction' = 'LEGAL_CLAIM'",
                                kept.id()))
                .isEqualTo(1);
    }

    @Test
    void whatIsLiftedOpensAgain() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        restrict(kept.subject(), null);

        lift(kept.subject());

        assertThat(services.open(kept)).contains("account");
    }

    @Test
    void aRestrictionThatIsKnownBeforeAnyRecordMeansLaterOnesToo() {
        var subject = services.someone();

        var answered = restrict(subject, null);

        assertThat(answered).isZero();
        var later = TestRecords.link(subject);
        refuses(() -> begin(later));
        assertThat(Owner.evidence(later, "RESTRICTION")).isEqualTo(1);
        services.keep(later, "account");
        refuses(() -> services.open(later));
    }

    @Test
    void theNextHolderOfANumberIsNotRestricted() {
        var before = TestRecords.link(services.someone());
        services.keep(before, "account-1");
        var changedHands = Instant.now();
        var after = TestRecords.link(before.subject());
        services.keep(after, "account-2");

        restrict(before.subject(), changedHands);

        refuses(() -> services.open(before));
        assertThat(services.open(after)).contains("account-2");
        begin(TestRecords.link(before.subject()));
    }

    @Test
    void ofTwoCommandsTheLaterHoldsWhicheverComesFirst() {
        var subject = services.someone();

        say(lifting(subject), State.LIFTED, NOON.plusSeconds(60));
        say(restriction(subject, null), State.SET, NOON);
        assertThat(covers(subject)).isFalse();

        say(restriction(subject, null), State.SET, NOON.plusSeconds(120));
        say(lifting(subject), State.LIFTED, NOON.plusSeconds(60));
        assertThat(covers(subject)).isTrue();
    }

    @Test
    void aCommandTwiceIsAnsweredOnceAndHolds() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        var command = restriction(kept.subject(), null);
        var id = UUID.randomUUID();

        Suite.send(id, SuiteService.CONSENT, command);
        Suite.send(id, SuiteService.CONSENT, command);
        lift(kept.subject());

        assertThat(Suite.events(Topic.RIGHTS_ANSWERS, command.requestId())).hasSize(1);
        assertThat(services.open(kept)).contains("account");
    }

    @Test
    void aRestrictionThatAnotherServiceSignedIsNone() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        var command = restriction(kept.subject(), null);

        Suite.send(SuiteService.PAY, command);
        lift(kept.subject());

        assertThat(Suite.events(Topic.RIGHTS_ANSWERS, command.requestId())).isEmpty();
        assertThat(services.open(kept)).contains("account");
    }

    @Test
    void theEndOfItsTermErasesARestrictedRecordOnlyWhenItIsLifted() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        restrict(kept.subject(), null);
        Owner.data(
                "UPDATE document SET retain_until = '2020-01-31' WHERE record_id = ?", kept.id());
        retention.eraseDue();
        assertThat(Owner.isKept(kept)).isTrue();

        lift(kept.subject());
        retention.eraseDue();

        assertThat(Owner.isKept(kept)).isFalse();
    }

    @Test
    void thePersonsOwnRequestErasesWhatIsRestricted() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        restrict(kept.subject(), null);

        send(
                new ErasureRequested(
                        kept.subject(), UUID.randomUUID(), 1, 1, null, null, soon(), null),
                "ErasureAnswered");

        assertThat(Owner.isKept(kept)).isFalse();
    }

    private long restrict(SubjectRef subject, Instant until) {
        return send(restriction(subject, until), "RestrictionAnswered");
    }

    private void lift(SubjectRef subject) {
        send(lifting(subject), "RestrictionAnswered");
    }

    /** Waits for the answer, and says how many records it is about. */
    private static long send(RightsEvent command, String answer) {
        Suite.send(SuiteService.CONSENT, command);
        return Suite.await(Topic.RIGHTS_ANSWERS, command.requestId(), answer)
                .data()
                .path("records")
                .asLong();
    }

    private static RestrictionSet restriction(SubjectRef subject, Instant until) {
        return new RestrictionSet(subject, UUID.randomUUID(), 1, 1, null, until, soon(), null);
    }

    private static RestrictionLifted lifting(SubjectRef subject) {
        return new RestrictionLifted(subject, UUID.randomUUID(), 1, 1, null, null, soon(), null);
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private void say(RightsEvent command, State state, Instant saidAt) {
        QuarkusTransaction.requiringNew().run(() -> restrictions.say(command, state, saidAt));
    }

    private boolean covers(SubjectRef subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> restrictions.cover(subject, Instant.now()));
    }

    private void begin(Kept wouldBe) {
        QuarkusTransaction.requiringNew().run(() -> services.ofPay().refuseIfRestricted(wouldBe));
    }

    private Optional<String> despite(Kept kept) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                services.ofPay()
                                        .open(
                                                kept.record(),
                                                kept.id(),
                                                Map.class,
                                                Despite.LEGAL_CLAIM))
                .map(content -> (String) content.get(services.field(kept)));
    }

    private static void refuses(Runnable processing) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(processing::run)
                .satisfies(e -> assertThat(e.code()).isEqualTo(CommonError.PROCESSING_RESTRICTED));
    }
}
