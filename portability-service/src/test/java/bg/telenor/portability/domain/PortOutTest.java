package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PortOutTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Window WINDOW = new Window(NOON, NOON.plusSeconds(3600));
    private static final Set<RejectCode> MISMATCH = Set.of(RejectCode.ID_MISMATCH);
    private static final PortOut.Request REQUEST =
            new PortOut.Request(
                    UUID.randomUUID(),
                    new OperatorCode("VIVACOM"),
                    UUID.randomUUID(),
                    References.PERSON,
                    List.of(References.NUMBER),
                    NOON);

    private static final Map<String, UnaryOperator<PortOut>> MOVES =
            Map.of(
                    "announce", porting -> porting.announce(NOON),
                    "object to", PortOut::object,
                    "accept", PortOut::accept,
                    "reject", porting -> porting.reject(MISMATCH),
                    "schedule", porting -> porting.schedule(WINDOW),
                    "release", porting -> porting.release(NOON),
                    "cancel", porting -> porting.cancel(CancelGround.EXPIRED));

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
                Arguments.of(
                        new PortOut.Received(REQUEST),
                        Set.of("announce", "object to", "accept", "reject", "cancel")),
                Arguments.of(
                        new PortOut.Announced(REQUEST, NOON),
                        Set.of("object to", "accept", "reject", "cancel")),
                Arguments.of(new PortOut.Accepted(REQUEST), Set.of("schedule", "cancel")),
                Arguments.of(
                        new PortOut.Scheduled(REQUEST, WINDOW),
                        Set.of("schedule", "release", "cancel")),
                Arguments.of(new PortOut.Released(REQUEST, NOON), Set.of()),
                Arguments.of(new PortOut.Rejected(REQUEST, MISMATCH), Set.of()),
                Arguments.of(new PortOut.Cancelled(REQUEST, CancelGround.EXPIRED), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("allowedMoves")
    void allowsExactlyTheseMoves(PortOut from, Set<String> allowed) {
        MOVES.forEach(
                (name, move) -> {
                    if (allowed.contains(name)) {
                        assertThat(move.apply(from).request()).isEqualTo(REQUEST);
                    } else {
                        assertThatExceptionOfType(IllegalMove.class)
                                .isThrownBy(() -> move.apply(from))
                                .withMessageContaining(name);
                    }
                });
    }

    @Test
    void letsNoNumberGoBeforeItsWindow() {
        var scheduled = new PortOut.Scheduled(REQUEST, WINDOW);

        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> scheduled.release(NOON.minusMillis(1)));
    }

    @Test
    void letsANumberGoLateRatherThanNever() {
        var after = WINDOW.until().plusSeconds(1);

        var released = new PortOut.Scheduled(REQUEST, WINDOW).release(after);

        assertThat(released.releasedAt()).isEqualTo(after);
    }
}
