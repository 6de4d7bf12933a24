package bg.telenor.debtcheck.check;

import static bg.telenor.debtcheck.Others.A1_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.Fault;
import bg.telenor.debtcheck.DebtCheckTestResource;
import bg.telenor.debtcheck.Others;
import bg.telenor.events.Topic;
import bg.telenor.events.identity.IdentityEvent.IdentityWithdrawn;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.events.rights.RightsEvent;
import bg.telenor.events.rights.RightsEvent.RestrictionLifted;
import bg.telenor.events.rights.RightsEvent.RestrictionSet;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is asked about a person who was taken for another, or whose data may only be kept. */
@QuarkusTest
@WithTestResource(DebtCheckTestResource.class)
class StoppedCheckTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Others.somebody();
    private final Egn right = Others.somebody();

    @AfterEach
    void allIsWell() {
        A1_SERVER.fault(Fault.NONE);
    }

    @Test
    void doesNotTakeTheCaseForAPersonWhoseConfirmationIsWithdrawn() {
        var confirmed = IdentityStandIn.confirmed(caseId, person);
        Suite.send(SuiteService.IDENTITY, confirmed);
        Shop.await(Shop.started(caseId, person), "DECIDED");
        withdraw(confirmed.referenceId());

        var id = awaitWaiting();

        IdentityStandIn.confirm(caseId, right);
        Shop.await(id, "SUBJECT_MISMATCH");
        Shop.await(Shop.started(caseId, right), "DECIDED");
    }

    @Test
    void stopsAskingAboutAPersonWhoseConfirmationIsWithdrawn() {
        A1_SERVER.fault(Fault.of(Fault.Mode.DOWN));
        var confirmed = IdentityStandIn.confirmed(caseId, person);
        Suite.send(SuiteService.IDENTITY, confirmed);
        var id = Shop.started(caseId, person);
        Shop.await(id, "ASKING");

        withdraw(confirmed.referenceId());

        Shop.await(id, "WAITING_FOR_IDENTITY");
        IdentityStandIn.confirm(caseId, right);
        Shop.await(id, "SUBJECT_MISMATCH");
        assertThat(Suite.events(Topic.DEBT, id))
                .extracting(event -> event.type())
                .containsExactly("DebtCheckEnded");
    }

    @Test
    void goesOnWhenTheSamePersonIsConfirmedAnew() {
        A1_SERVER.fault(Fault.of(Fault.Mode.DOWN));
        var confirmed = IdentityStandIn.confirmed(caseId, person);
        Suite.send(SuiteService.IDENTITY, confirmed);
        var id = Shop.started(caseId, person);
        Shop.await(id, "ASKING");
        withdraw(confirmed.referenceId());
        Shop.await(id, "WAITING_FOR_IDENTITY");
        A1_SERVER.fault(Fault.NONE);

        IdentityStandIn.confirm(caseId, person);

        assertThat(Shop.await(id, "DECIDED").getString("outcome")).isEqualTo("CLEAR");
    }

    @Test
    void startsNothingAboutAPersonWhoseDataMayOnlyBeKept() {
        restrict();

        Shop.start(Shop.body(caseId, person))
                .then()
                .statusCode(409)
                .body("code", equalTo("PROCESSING_RESTRICTED"));

        lift();
        Shop.started(caseId, person);
    }

    @Test
    void standsStillWhileItsDataMayOnlyBeKeptAndIsIncompleteAfter() {
        A1_SERVER.fault(Fault.of(Fault.Mode.DOWN));
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person);
        Shop.await(id, "ASKING");
        restrict();

        Awaitility.await()
                .during(Duration.ofSeconds(10))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.get(id).then().body("status", equalTo("ASKING")));

        lift();
        assertThat(Shop.await(id, "DECIDED").getString("outcome")).isEqualTo("INCOMPLETE");
    }

    private void withdraw(UUID reference) {
        Suite.send(
                SuiteService.IDENTITY,
                new IdentityWithdrawn(
                        Suite.subjectRefs().of(person), reference, caseId, Role.USER));
    }

    /** Starts checks until one waits: the withdrawal has been heard. */
    private UUID awaitWaiting() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> Shop.started(caseId, person),
                        id ->
                                "WAITING_FOR_IDENTITY"
                                        .equals(Shop.get(id).jsonPath().getString("status")));
    }

    private void restrict() {
        obeyed(
                new RestrictionSet(
                        Suite.subjectRefs().of(person),
                        UUID.randomUUID(),
                        1,
                        1,
                        null,
                        null,
                        soon(),
                        null));
    }

    private void lift() {
        obeyed(
                new RestrictionLifted(
                        Suite.subjectRefs().of(person),
                        UUID.randomUUID(),
                        1,
                        1,
                        null,
                        null,
                        soon(),
                        null));
    }

    private static void obeyed(RightsEvent command) {
        Suite.send(SuiteService.CONSENT, command);
        Suite.await(Topic.RIGHTS_ANSWERS, command.requestId(), "RestrictionAnswered");
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(3600);
    }
}
