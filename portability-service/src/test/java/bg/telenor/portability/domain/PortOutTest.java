package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.PortOutStates.NOON;
import static bg.telenor.portability.domain.PortOutStates.REQUEST;
import static bg.telenor.portability.domain.PortOutStates.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.portability.domain.ToRecipient.PortError.Fault;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PortOutTest {

    private static final Set<RejectCode> MISMATCH = Set.of(RejectCode.ID_MISMATCH);
    private static final PortOut.Scheduled SCHEDULED =
            new PortOut.Scheduled(REQUEST, WINDOW, NOON, Optional.empty());

    private static final TransitionTable TABLE =
            TransitionTable.parse(
                    """
                                   Received  Announced Accepted  Scheduled Released Reversed Rejected Cancelled Withdrawn
                    announce       Announced X         X         X         X        X        X        X         X
                    accept         X         Accepted  X         X         X        X        X        X         X
                    reject         Rejected  Rejected  X         X         X        X        X        X         X
                    schedule       X         X         Scheduled Scheduled X        X        X        X         X
                    postpone       X         X         X         Scheduled X        X        X        X         X
                    release        X         X         X         Released  X        X        X        X         X
                    refuseReversal X         X         X         X         Released X        X        X         X
                    takeBack       X         X         X         X         Reversed X        X        X         X
                    cancel         Cancelled Cancelled Cancelled Cancelled X        X        X        X         X
                    withdraw       X         X         Withdrawn Withdrawn X        X        X        X         X
                    """);

    @Test
    void allowsExactlyTheseMoves() {
        var later = NOON.plusSeconds(7200);
        var moves = new LinkedHashMap<String, UnaryOperator<PortOut>>();
        moves.put("announce", porting -> porting.announce(later));
        moves.put("accept", porting -> porting.accept(later));
        moves.put("reject", porting -> porting.reject(MISMATCH));
        moves.put("schedule", porting -> porting.schedule(WINDOW, later));
        moves.put("postpone", porting -> porting.postpone(later));
        moves.put("release", porting -> porting.release(NOON));
        moves.put("refuseReversal", porting -> porting.refuseReversal(Fault.TOO_LATE));
        moves.put("takeBack", porting -> porting.takeBack(later));
        moves.put("cancel", porting -> porting.cancel(CancelGround.EXPIRED));
        moves.put("withdraw", porting -> porting.withdraw(CancelGround.FRAUD));

        TABLE.check(PortOutStates.all(), moves, (porting, move) -> move.apply(porting));
    }

    @Test
    void isInOneOfTheStatesOfTheTable() {
        assertThat(TransitionTable.leaves(PortOut.class))
                .containsExactlyInAnyOrderElementsOf(PortOutStates.all().keySet());
    }

    @Test
    void waitsForEverInNoState() {
        assertThat(PortOutStates.all())
                .allSatisfy(
                        (name, porting) ->
                                assertThat(porting.due().isPresent())
                                        .as(name)
                                        .isNotEqualTo(isAtRest(porting)));
    }

    @Test
    void letsNoNumberGoBeforeItsWindow() {
        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> SCHEDULED.release(NOON.minusMillis(1)));
    }

    @Test
    void letsANumberGoLateRatherThanNever() {
        var after = WINDOW.until().plusSeconds(1);

        assertThat(SCHEDULED.release(after).releasedAt()).isEqualTo(after);
    }

    @Test
    void takesANumberBackAfterItWentWhateverTheClockSays() {
        var released = SCHEDULED.release(NOON);

        assertThat(released.takeBack(NOON.minusSeconds(5)).reversedAt()).isAfter(NOON);
    }

    @Test
    void forgetsWhatItAskedForOnceThereIsAnotherWindow() {
        var next = new Window(NOON.plusSeconds(86_400), NOON.plusSeconds(90_000));

        var scheduled = SCHEDULED.postpone(next.from()).schedule(next, next.until());

        assertThat(scheduled.notBefore()).isEmpty();
    }

    /** Written out, so that a state that comes later has to be thought of here too. */
    private static boolean isAtRest(PortOut porting) {
        return switch (porting) {
            case PortOut.Received p -> false;
            case PortOut.Announced p -> false;
            case PortOut.Promised p -> false;
            case PortOut.Released p -> true;
            case PortOut.Reversed p -> true;
            case PortOut.Rejected p -> true;
            case PortOut.Cancelled p -> true;
            case PortOut.Withdrawn p -> true;
        };
    }
}
