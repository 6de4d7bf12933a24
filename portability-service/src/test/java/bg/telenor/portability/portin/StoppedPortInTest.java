package bg.telenor.portability.portin;

import static bg.telenor.portability.Others.A1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Database;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** No donor is asked for a person who was taken for another, or whose data may only be kept. */
@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class StoppedPortInTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfA1();

    @Test
    void doesNotTakeTheCaseForAPersonWhoseConfirmationIsWithdrawn() {
        var confirmed = IdentityStandIn.confirmed(caseId, person);
        Suite.send(SuiteService.IDENTITY, confirmed);
        Suite.send(
                SuiteService.IDENTITY,
                new IdentityWithdrawn(confirmed.key(), confirmed.referenceId(), caseId, Role.USER));
        Awaitility.await()
                .until(
                        () ->
                                "WITHDRAWN"
                                        .equals(
                                                Database.ask(
                                                        "select state from case_identity"
                                                                + " where case_id = ?",
                                                        caseId)));

        var id = Shop.started(caseId, person, number);

        Shop.get(id).then().body("status", equalTo("WAITING_FOR_IDENTITY"));
        IdentityStandIn.confirm(caseId, Others.somebody());
        Shop.await(id, "SUBJECT_MISMATCH");
        assertThat(A1.received(id)).isEmpty();
    }

    @Test
    void startsNothingAboutAPersonWhoseDataMayOnlyBeKept() {
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

        Shop.start(Shop.body(caseId, person, number))
                .then()
                .statusCode(409)
                .body("code", equalTo("PROCESSING_RESTRICTED"));

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
        IdentityStandIn.confirm(caseId, person);
        Shop.await(Shop.started(caseId, person, number), "COMPLETED");
    }

    private static void obeyed(RightsEvent command) {
        Suite.send(SuiteService.CONSENT, command);
        Suite.await(Topic.RIGHTS_ANSWERS, command.requestId(), "RestrictionAnswered");
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(3600);
    }
}
