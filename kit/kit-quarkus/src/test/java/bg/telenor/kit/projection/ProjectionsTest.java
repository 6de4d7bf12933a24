package bg.telenor.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.events.identity.IdentityEvent.IdentityConfirmed;
import bg.telenor.events.identity.IdentityEvent.IdentityRefused;
import bg.telenor.events.identity.IdentityEvent.IdentityRefused.Reason;
import bg.telenor.events.identity.IdentityEvent.IdentityWithdrawn;
import bg.telenor.events.identity.IdentityEvent.MinorFound;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.projection.CaseIdentities.Standing;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestTransaction
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class ProjectionsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Inject CaseIdentities cases;
    @Inject Holdings holdings;
    @Inject Forgetting forgetting;

    private final UUID caseId = UUID.randomUUID();
    private final SubjectRef person = aSubject();
    private final SubjectRef stranger = aSubject();
    private final SubjectRef number = aSubject();

    @Test
    void aCaseThatNothingWasHeardOfIsUnknown() {
        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aConfirmedPersonIsConfirmedAndAnybodyElseAMismatch() {
        cases.heard(confirmed(person, NOON.plusSeconds(60)));

        assertThat(standing(person)).isEqualTo(Standing.CONFIRMED);
        assertThat(standing(stranger)).isEqualTo(Standing.SUBJECT_MISMATCH);
        assertThat(cases.of(caseId, Role.CONTACT, person, NOON)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aCaseHasAPersonForEachRole() {
        cases.heard(confirmed(stranger, Role.GUARDIAN, NOON.plusSeconds(60)));
        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);

        cases.heard(confirmed(person, NOON.plusSeconds(60)));

        assertThat(standing(person)).isEqualTo(Standing.CONFIRMED);
        assertThat(cases.of(caseId, Role.GUARDIAN, stranger, NOON)).isEqualTo(Standing.CONFIRMED);
        assertThat(standing(stranger)).isEqualTo(Standing.SUBJECT_MISMATCH);
    }

    @Test
    void aMinorThatWasFoundIsRefusedByTheRefusalAlone() {
        cases.heard(new MinorFound(person, UUID.randomUUID(), caseId, Role.USER));
        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);

        cases.heard(refused(person));

        assertThat(standing(person)).isEqualTo(Standing.REFUSED);
    }

    @Test
    void aConfirmationThatIsNoLongerFreshIsNone() {
        cases.heard(confirmed(person, NOON));

        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(stranger)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aRefusedPersonIsRefusedAndSaysNothingOfOthers() {
        cases.heard(refused(person));

        assertThat(standing(person)).isEqualTo(Standing.REFUSED);
        assertThat(standing(stranger)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aSlipOfThePenThatIsHeardOfLateDoesNotUndoTheConfirmation() {
        cases.heard(confirmed(person, NOON.plusSeconds(60)));
        cases.heard(refused(stranger));

        assertThat(standing(person)).isEqualTo(Standing.CONFIRMED);
    }

    @Test
    void whatIsHeardOfTheSamePersonLastCounts() {
        cases.heard(refused(person));
        cases.heard(confirmed(person, NOON.plusSeconds(60)));

        assertThat(standing(person)).isEqualTo(Standing.CONFIRMED);
    }

    @Test
    void aConfirmationThatIsWithdrawnIsNoneAndDoesNotComeBack() {
        var confirmed = confirmed(person, NOON.plusSeconds(60));
        cases.heard(confirmed);
        cases.heard(withdrawn(person, confirmed.referenceId()));
        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(stranger)).isEqualTo(Standing.UNKNOWN);

        cases.heard(confirmed);

        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void theRightPersonIsConfirmedInPlaceOfTheOneThatIsWithdrawn() {
        var wrong = confirmed(stranger, NOON.plusSeconds(60));
        cases.heard(wrong);
        cases.heard(confirmed(person, NOON.plusSeconds(60)));

        cases.heard(withdrawn(stranger, wrong.referenceId()));

        assertThat(standing(person)).isEqualTo(Standing.CONFIRMED);
        assertThat(standing(stranger)).isEqualTo(Standing.SUBJECT_MISMATCH);
    }

    @Test
    void aNewerReferenceAboutTheSamePersonOutlivesTheWithdrawalOfTheOlder() {
        var older = confirmed(person, NOON.plusSeconds(60));
        cases.heard(older);
        cases.heard(confirmed(person, NOON.plusSeconds(60)));

        cases.heard(withdrawn(person, older.referenceId()));

        assertThat(standing(person)).isEqualTo(Standing.CONFIRMED);
    }

    @Test
    void aCaseIsItsFirstClientsAlone() {
        cases.bind(caseId, "shop");
        cases.bind(caseId, "shop");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cases.bind(caseId, "another"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(CommonError.CASE_NOT_FOUND));
    }

    @Test
    void aHoldingLastsFromItsBeginningToBeforeItsEnd() {
        var holding = UUID.randomUUID();
        holdings.heard(new HoldingOpened(number, holding, person, Capacity.SUBSCRIBER, NOON));
        holdings.heard(new HoldingClosed(number, holding, NOON.plusSeconds(60)));

        assertThat(holdings.ofNumber(number, NOON.minusMillis(1))).isEmpty();
        assertThat(holdings.ofNumber(number, NOON))
                .singleElement()
                .satisfies(
                        held -> {
                            assertThat(held.id()).isEqualTo(holding);
                            assertThat(held.person()).isEqualTo(person);
                            assertThat(held.until()).isEqualTo(NOON.plusSeconds(60));
                        });
        assertThat(holdings.ofNumber(number, NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void aPersonsHoldingsAreThoseThatLast() {
        var lasting = UUID.randomUUID();
        var ended = UUID.randomUUID();
        holdings.heard(new HoldingOpened(number, lasting, person, Capacity.USER, NOON));
        holdings.heard(new HoldingOpened(aSubject(), ended, person, Capacity.SUBSCRIBER, NOON));
        holdings.heard(new HoldingClosed(number, ended, NOON.plusSeconds(60)));
        holdings.heard(new HoldingOpened(number, UUID.randomUUID(), stranger, Capacity.USER, NOON));

        assertThat(holdings.ofPerson(person, NOON)).hasSize(2);
        assertThat(holdings.ofPerson(person, NOON.plusSeconds(60)))
                .extracting(Holdings.Holding::id)
                .containsExactly(lasting);
        assertThat(holdings.ofPerson(person, NOON.minusMillis(1))).isEmpty();
    }

    @Test
    void aHoldingThatEndedLongAgoIsForgottenAndOneThatLastsIsNot() {
        var longAgo = Instant.now().minus(Forgetting.AFTER).minusSeconds(1);
        var ended = UUID.randomUUID();
        var lasting = UUID.randomUUID();
        var from = longAgo.minusSeconds(60);
        holdings.heard(new HoldingOpened(number, ended, person, Capacity.SUBSCRIBER, from));
        holdings.heard(new HoldingClosed(number, ended, longAgo));
        holdings.heard(new HoldingOpened(number, lasting, person, Capacity.USER, from));

        forgetting.forget();

        assertThat(holdings.ofNumber(number, longAgo.minusSeconds(1)))
                .extracting(Holdings.Holding::id)
                .containsExactly(lasting);
    }

    private Standing standing(SubjectRef subject) {
        return cases.of(caseId, Role.USER, subject, NOON);
    }

    private IdentityConfirmed confirmed(SubjectRef subject, Instant freshUntil) {
        return confirmed(subject, Role.USER, freshUntil);
    }

    private IdentityConfirmed confirmed(SubjectRef subject, Role role, Instant freshUntil) {
        return new IdentityConfirmed(
                subject,
                UUID.randomUUID(),
                caseId,
                Purpose.CONTRACT_CONCLUSION,
                role,
                NOON,
                freshUntil,
                null);
    }

    private IdentityWithdrawn withdrawn(SubjectRef subject, UUID reference) {
        return new IdentityWithdrawn(subject, reference, caseId, Role.USER);
    }

    private IdentityRefused refused(SubjectRef subject) {
        return new IdentityRefused(subject, UUID.randomUUID(), caseId, Role.USER, Reason.MISMATCH);
    }

    private static SubjectRef aSubject() {
        return Suite.subjectRefs().ofStoreAccount("TEST", UUID.randomUUID().toString());
    }
}
