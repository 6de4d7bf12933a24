package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.PortInStates.NOON;
import static bg.telenor.portability.domain.PortInStates.REQUEST;
import static bg.telenor.portability.domain.PortInStates.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.portability.domain.PortIn.Acknowledged;
import bg.telenor.portability.domain.ToRecipient.PortAccept;
import bg.telenor.portability.domain.ToRecipient.PortAcknowledge;
import bg.telenor.portability.domain.ToRecipient.PortError;
import bg.telenor.portability.domain.ToRecipient.PortError.Fault;
import bg.telenor.portability.domain.ToRecipient.PortExecuted;
import bg.telenor.portability.domain.ToRecipient.PortReject;
import bg.telenor.portability.domain.ToRecipient.PortReschedule;
import bg.telenor.portability.domain.ToRecipient.PortReversed;
import bg.telenor.portability.domain.ToRecipient.PortState;
import bg.telenor.portability.domain.ToRecipient.PortState.Standing;
import bg.telenor.portability.domain.ToRecipient.PortWithdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipientRulesTest {

    private static final Instant NOW = NOON.plusSeconds(600);
    private static final RecipientRules RULES =
            new RecipientRules(
                    Terms.SHORT,
                    earliest -> new Window(earliest, earliest.plusSeconds(3600)),
                    Duration.ofHours(24));

    private static final TransitionTable TABLE =
            TransitionTable.parse(
                    """
                               WaitingForIdentity Requested Acknowledged Accepted Scheduled Executing Completed Reversing Reversed Rejected Cancelled Withdrawn Expired SubjectMismatch IdentityRefused
                    PortAcknowledge X Acknowledged =         =         =         =         = =         = = = = = = =
                    PortAccept      X Accepted     Accepted  =         =         =         = =         = X = = = = =
                    PortReject      X Rejected     Rejected  X         X         X         X X         X = = = = = =
                    PortWithdraw    X Withdrawn    Withdrawn Withdrawn Withdrawn Withdrawn X X         X = = = = = =
                    PortReschedule  X X            X         X         Scheduled =         = =         = = = = = = =
                    PortExecuted    X X            X         X         X         Completed = =         = X X X X X X
                    PortReversed    X X            X         X         X         X         X Reversed  = X X X X X X
                    PortState       = =            =         =         =         =         = =         = = = = = = =
                    PortError       = =            =         =         =         =         = Completed = = = = = = =
                    """);

    private static final TransitionTable DUE =
            TransitionTable.parse(
                    """
                        WaitingForIdentity Requested Acknowledged Accepted Scheduled Executing Completed Reversing Reversed Rejected Cancelled Withdrawn Expired SubjectMismatch IdentityRefused
                    due Expired            Expired   Expired      Scheduled Executing Executing =        Reversing =        =        =         =         =       =               =
                    """);

    @Test
    void takesWhatTheDonorSaysInEveryState() {
        var messages = new LinkedHashMap<String, ToRecipient>();
        for (var message :
                List.of(
                        new PortAcknowledge(NOW.plusSeconds(60)),
                        new PortAccept(),
                        new PortReject(Set.of(RejectCode.DEBT)),
                        new PortWithdraw(CancelGround.FRAUD),
                        new PortReschedule(NOW.plusSeconds(60)),
                        new PortExecuted(NOW),
                        new PortReversed(NOW, new Route("C28401")),
                        new PortState(Standing.RECEIVED, NOW),
                        new PortError("PortReverse", Fault.TOO_LATE))) {
            messages.put(message.getClass().getSimpleName(), message);
        }
        assertThat(TransitionTable.leaves(ToRecipient.class))
                .containsExactlyInAnyOrderElementsOf(messages.keySet());

        TABLE.check(
                PortInStates.all(),
                messages,
                (porting, message) -> RULES.heard(porting, message, NOW).porting());
    }

    @Test
    void goesOnByItselfInEveryState() {
        var due = new LinkedHashMap<String, Instant>();
        due.put("due", NOW);

        DUE.check(PortInStates.all(), due, (porting, now) -> RULES.due(porting, now).porting());
    }

    @Test
    void waitsNoLongerThanItsOwnTermForAnAnswer() {
        var promised = new PortAcknowledge(NOW.plus(Duration.ofDays(300)));

        var after = RULES.heard(new PortIn.Requested(REQUEST, NOW), promised, NOW).porting();

        assertThat(after).isEqualTo(new Acknowledged(REQUEST, NOW.plus(Terms.HOUR)));
    }

    @Test
    void tellsADonorThatWasAskedThatTimeIsOver() {
        assertThat(RULES.due(new PortIn.Requested(REQUEST, NOW), NOW).told())
                .containsExactly(MessageType.PORT_CANCEL);
        assertThat(RULES.due(new PortIn.WaitingForIdentity(REQUEST, NOW), NOW).told()).isEmpty();
    }

    @Test
    void choosesAnotherWindowForOneThatPassed() {
        var step = RULES.due(new PortIn.Scheduled(REQUEST, WINDOW), WINDOW.until());

        assertThat(step.told()).containsExactly(MessageType.PORT_SCHEDULE);
        assertThat(step.porting()).isInstanceOf(PortIn.Scheduled.class);
    }

    @Test
    void answersADonorThatAsksForALaterWindowWithTheOneThatCounts() {
        var scheduled = new PortIn.Scheduled(REQUEST, WINDOW);
        var soon = WINDOW.until().plusSeconds(60);

        var step = RULES.heard(scheduled, new PortReschedule(soon), NOW);

        assertThat(step.told()).containsExactly(MessageType.PORT_SCHEDULE);
        assertThat(((PortIn.Scheduled) step.porting()).window().from()).isEqualTo(soon);
    }

    @Test
    void keepsItsWindowWhenTheDonorWantsOneFarAway() {
        var scheduled = new PortIn.Scheduled(REQUEST, WINDOW);
        var far = WINDOW.until().plus(Terms.SHORT.postponement()).plusSeconds(1);

        var step = RULES.heard(scheduled, new PortReschedule(far), NOW);

        assertThat(step).isEqualTo(new Step<>(scheduled, List.of(MessageType.PORT_SCHEDULE)));
    }

    @Test
    void asksADonorThatDoesNotAnswer() {
        assertThat(RULES.due(new PortIn.Executing(REQUEST, WINDOW, NOW), NOW).told())
                .containsExactly(MessageType.PORT_QUERY);
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void repeatsItsOrderToADonorThatHasNotFollowedIt(Standing standing) {
        var state = new PortState(standing, NOON);

        var executing = RULES.heard(new PortIn.Executing(REQUEST, WINDOW, NOW), state, NOW);
        var reversing =
                RULES.heard(
                        new PortIn.Reversing(REQUEST, NOON, ReversalGround.FRAUD, NOW), state, NOW);

        assertThat(executing.told())
                .isEqualTo(
                        standing == Standing.ACCEPTED || standing == Standing.SCHEDULED
                                ? List.of(MessageType.PORT_SCHEDULE, MessageType.PORT_EXECUTE)
                                : List.of());
        assertThat(reversing.told())
                .isEqualTo(
                        standing == Standing.RELEASED
                                ? List.of(MessageType.PORT_REVERSE)
                                : List.of());
    }

    @Test
    void doesNotBelieveWhatHasNotHappenedYet() {
        var executing = new PortIn.Executing(REQUEST, WINDOW, NOW);

        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> RULES.heard(executing, new PortExecuted(NOW.plusMillis(1)), NOW));
    }

    @Test
    void keepsTheDonorsMoment() {
        var executing = new PortIn.Executing(REQUEST, WINDOW, NOW);

        var after = RULES.heard(executing, new PortExecuted(NOON), NOW).porting();

        assertThat(after).isEqualTo(new PortIn.Completed(REQUEST, NOON));
    }

    @Test
    void givesNothingBackAfterTheTerm() {
        var completed = new PortIn.Completed(REQUEST, NOON);
        var late = NOON.plus(Terms.HOUR).plusMillis(1);

        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> RULES.reverse(completed, ReversalGround.MISTAKE, late));
        assertThat(RULES.reverse(completed, ReversalGround.MISTAKE, NOW).told())
                .containsExactly(MessageType.PORT_REVERSE);
    }

    @Test
    void isNotMovedByAnErrorAboutAnotherMessage() {
        var reversing = new PortIn.Reversing(REQUEST, NOON, ReversalGround.FRAUD, NOW);
        var other = new PortError("PortDance", Fault.TOO_LATE);

        assertThat(RULES.heard(reversing, other, NOW).porting()).isEqualTo(reversing);
    }
}
