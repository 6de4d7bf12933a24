package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortMessageTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Msisdn NUMBER = new Msisdn("+359888001234");

    @Test
    void hasATypeOfItsRecordsName() {
        assertThat(Arrays.stream(MessageType.values()).map(MessageType::wireName))
                .containsExactlyInAnyOrderElementsOf(
                        TransitionTable.leaves(PortMessage.class).toList());
        assertThat(MessageType.named("PortAccept")).contains(MessageType.PORT_ACCEPT);
        assertThat(MessageType.named("PortDance")).isEmpty();
    }

    @Test
    void refusesARejectionWithoutAGround() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ToRecipient.PortReject(Set.of()));
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ToDonor.PortSchedule(NOON, NOON));
    }

    @Test
    void refusesTheSameNumberTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ToOthers.PortBroadcast(
                                        List.of(NUMBER, NUMBER),
                                        new OperatorCode("A1"),
                                        new Route("C28401"),
                                        NOON));
    }

    @Test
    void keepsNoMoreOfAMomentThanADatabaseDoes() {
        var executed = new ToRecipient.PortExecuted(NOON.plusNanos(1_999));

        assertThat(executed.at()).isEqualTo(NOON.plusNanos(1_000));
    }

    @Test
    void refusesARouteThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Route("c-1"));
    }
}
