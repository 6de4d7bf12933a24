package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.PortInStates.NOON;
import static bg.telenor.portability.domain.PortInStates.REQUEST;
import static bg.telenor.portability.domain.PortInStates.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.subject.SubjectRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PortInTest {

    private static final Set<RejectCode> DEBT = Set.of(RejectCode.DEBT);

    /** States in the order of {@link PortInStates}, by their first letters. */
    private static final TransitionTable TABLE =
            TransitionTable.parse(
                    """
                              WaitingForIdentity Requested Acknowledged Accepted Scheduled Executing Completed Reversing Reversed Rejected Cancelled Withdrawn Expired SubjectMismatch IdentityRefused
                    ask         Requested        X            X         X         X         X         X         X         X X X X X X X
                    mismatch    SubjectMismatch  X            X         X         X         X         X         X         X X X X X X X
                    refuse      IdentityRefused  X            X         X         X         X         X         X         X X X X X X X
                    acknowledge X                Acknowledged X         X         X         X         X         X         X X X X X X X
                    accept      X                Accepted     Accepted  X         X         X         X         X         X X X X X X X
                    reject      X                Rejected     Rejected  X         X         X         X         X         X X X X X X X
                    schedule    X                X            X         Scheduled Scheduled X         X         X         X X X X X X X
                    execute     X                X            X         X         Executing X         X         X         X X X X X X X
                    askAgain    X                X            X         X         X         Executing X         Reversing X X X X X X X
                    complete    X                X            X         X         X         Completed X         X         X X X X X X X
                    reverse     X                X            X         X         X         X         Reversing X         X X X X X X X
                    keep        X                X            X         X         X         X         X         Completed X X X X X X X
                    giveBack    X                X            X         X         X         X         X         Reversed  X X X X X X X
                    cancel      Cancelled        Cancelled    Cancelled Cancelled Cancelled X         X         X         X X X X X X X
                    withdraw    X                Withdrawn    Withdrawn Withdrawn Withdrawn Withdrawn X         X         X X X X X X X
                    expire      Expired          Expired      Expired   X         X         X         X         X         X X X X X X X
                    """);

    @Test
    void allowsExactlyTheseMoves() {
        var later = NOON.plusSeconds(7200);
        var next = new Window(later, later.plusSeconds(3600));
        var moves = new LinkedHashMap<String, UnaryOperator<PortIn>>();
        moves.put("ask", porting -> porting.ask(later));
        moves.put("mismatch", PortIn::mismatch);
        moves.put("refuse", PortIn::refuseIdentity);
        moves.put("acknowledge", porting -> porting.acknowledge(later));
        moves.put("accept", porting -> porting.accept(later));
        moves.put("reject", porting -> porting.reject(DEBT));
        moves.put("schedule", porting -> porting.schedule(next));
        moves.put("execute", porting -> porting.execute(later));
        moves.put("askAgain", porting -> porting.askAgain(later));
        moves.put("complete", porting -> porting.complete(later));
        moves.put("reverse", porting -> porting.reverse(ReversalGround.FRAUD, later));
        moves.put("keep", PortIn::keep);
        moves.put("giveBack", porting -> porting.giveBack(later));
        moves.put("cancel", porting -> porting.cancel(CancelGround.CUSTOMER_WISH));
        moves.put("withdraw", porting -> porting.withdraw(CancelGround.FRAUD));
        moves.put("expire", PortIn::expire);

        TABLE.check(PortInStates.all(), moves, (porting, move) -> move.apply(porting));
    }

    @Test
    void isInOneOfTheStatesOfTheTable() {
        assertThat(TransitionTable.leaves(PortIn.class))
                .containsExactlyInAnyOrderElementsOf(PortInStates.all().keySet());
    }

    @Test
    void waitsForEverInNoState() {
        assertThat(PortInStates.all())
                .allSatisfy(
                        (name, porting) ->
                                assertThat(porting.due().isPresent())
                                        .as(name)
                                        .isNotEqualTo(isAtRest(porting)));
    }

    @Test
    void neverChangesWhatWasAskedFor() {
        assertThat(PortInStates.all().values()).extracting(PortIn::request).containsOnly(REQUEST);
    }

    @Test
    void takesAnotherWindowForOneThatWasMissed() {
        var next = new Window(NOON.plusSeconds(86_400), NOON.plusSeconds(90_000));

        var scheduled = new PortIn.Scheduled(REQUEST, WINDOW).schedule(next);

        assertThat(scheduled.window()).isEqualTo(next);
    }

    @Test
    void goesBackAfterItCameWhateverTheDonorsClockSays() {
        var reversing = new PortIn.Reversing(REQUEST, NOON, ReversalGround.FRAUD, NOON);

        assertThat(reversing.giveBack(NOON.minusSeconds(5)).reversedAt()).isAfter(NOON);
    }

    @Test
    void isAboutAtLeastOneNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PortInRequest(
                                        REQUEST.id(),
                                        "shop",
                                        REQUEST.caseId(),
                                        References.PERSON,
                                        List.<SubjectRef>of(),
                                        REQUEST.donor(),
                                        ContractType.PREPAID,
                                        NOON));
    }

    /** Written out, so that a state that comes later has to be thought of here too. */
    private static boolean isAtRest(PortIn porting) {
        return switch (porting) {
            case PortIn.Completed p -> true;
            case PortIn.Reversed p -> true;
            case PortIn.Ended p -> true;
            case PortIn.Reversing p -> false;
            case PortIn.Executing p -> false;
            case PortIn.Asked p -> false;
            case PortIn.WaitingForIdentity p -> false;
        };
    }
}
