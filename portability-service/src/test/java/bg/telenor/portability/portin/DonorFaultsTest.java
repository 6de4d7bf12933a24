package bg.telenor.portability.portin;

import static bg.telenor.portability.Others.A1;
import static bg.telenor.portability.Others.A1_SERVER;
import static bg.telenor.portability.Others.VIVACOM;
import static bg.telenor.portability.Others.VIVACOM_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.operator.PortingDesk.Received;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Database;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a donor does wrong, a porting is only delayed. */
@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class DonorFaultsTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfA1();

    @BeforeEach
    @AfterEach
    void allIsWell() {
        A1_SERVER.fault(Fault.NONE);
        VIVACOM_SERVER.fault(Fault.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Mode.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void asksTheDonorAgainUntilItHasTaken(Fault.Mode mode) {
        A1_SERVER.fault(new Fault(mode, Duration.ofSeconds(4), 0));
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, number);
        awaitFailure(id);

        A1_SERVER.fault(Fault.NONE);

        Shop.await(id, "COMPLETED");
        assertThat(A1.received(id))
                .extracting(Received::type)
                .containsExactly("PortRequest", "PortSchedule", "PortExecute");
    }

    @Test
    void completesThoughAThirdOperatorIsDownAndTellsItLater() {
        VIVACOM_SERVER.fault(Fault.of(Fault.Mode.DOWN));
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, number);
        Shop.await(id, "COMPLETED");

        VIVACOM_SERVER.fault(Fault.NONE);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> VIVACOM.received(id).size() == 1);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> queued(id) == 0);
    }

    private static void awaitFailure(UUID portingId) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                (long)
                                                Database.ask(
                                                        """
                                                        select count(*) from queued_message
                                                        where porting_id = ? and failures > 0\
                                                        """,
                                                        portingId)
                                        == 1);
    }

    private static long queued(UUID portingId) {
        return (long)
                Database.ask("select count(*) from queued_message where porting_id = ?", portingId);
    }
}
