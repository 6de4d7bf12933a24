package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortMessageTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Msisdn NUMBER = new Msisdn("+359888001234");

    @Test
    void isNamedAfterItsRecord() {
        var accept = PortMessage.Type.of(new PortMessage.PortAccept());

        assertThat(accept.wireName()).isEqualTo("PortAccept");
        assertThat(accept.body()).isEqualTo(PortMessage.PortAccept.class);
    }

    @Test
    void refusesARejectionWithoutAGround() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PortMessage.PortReject(Set.of()));
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PortMessage.PortSchedule(NOON, NOON));
    }

    @Test
    void refusesTheSameNumberTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PortMessage.PortBroadcast(
                                        List.of(NUMBER, NUMBER),
                                        new OperatorCode("A1"),
                                        new Route("C28401"),
                                        NOON));
    }

    @Test
    void refusesARouteThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Route("c-1"));
    }
}
