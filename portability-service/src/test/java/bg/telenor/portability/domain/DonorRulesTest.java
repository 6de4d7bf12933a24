package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.PortOutStates.NOON;
import static bg.telenor.portability.domain.PortOutStates.REQUEST;
import static bg.telenor.portability.domain.PortOutStates.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.domain.DonorRules.Whereabouts;
import bg.telenor.portability.domain.ToDonor.PortCancel;
import bg.telenor.portability.domain.ToDonor.PortExecute;
import bg.telenor.portability.domain.ToDonor.PortQuery;
import bg.telenor.portability.domain.ToDonor.PortRequest;
import bg.telenor.portability.domain.ToDonor.PortReverse;
import bg.telenor.portability.domain.ToDonor.PortSchedule;
import bg.telenor.portability.domain.ToRecipient.PortError.Fault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DonorRulesTest {

    private static final Instant NOW = NOON.plusSeconds(600);
    private static final DonorRules RULES = new DonorRules(Terms.SHORT);
    private static final PortExecute EXECUTE = new PortExecute(new Route("C28401"));
    private static final PortReverse REVERSE = new PortReverse(ReversalGround.FRAUD);
    private static final PortOut RELEASED = new PortOut.Released(REQUEST, NOON, Optional.empty());

    private record Found(boolean allOurs, boolean back) implements Whereabouts {

        @Override
        public boolean allWithRecipientSince(Instant moment) {
            return back;
        }
    }

    private static final Whereabouts IN_PLACE = new Found(true, true);
    private static final Whereabouts GONE = new Found(false, false);

    private static final TransitionTable TABLE =
            TransitionTable.parse(
                    """
                                 Received  Announced Accepted  Scheduled Released Reversed Rejected Cancelled Withdrawn
                    PortRequest  X         X         X         X         X        X        X        X         X
                    PortSchedule X         X         Scheduled Scheduled =        =        =        =         =
                    PortCancel   Cancelled Cancelled Cancelled Cancelled X        X        =        =         =
                    PortExecute  X         X         X         Released  =        =        =        X         =
                    PortReverse  X         X         X         X         Reversed =        X        X         X
                    PortQuery    =         =         =         =         =        =        =        =         =
                    """);

    private static final TransitionTable DUE =
            TransitionTable.parse(
                    """
                        Received Announced Accepted  Scheduled Released Reversed Rejected Cancelled Withdrawn
                    due =        =         Withdrawn Withdrawn =        =        =        =         =
                    """);

    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final PortOut ANNOUNCED = new PortOut.Announced(REQUEST, LATER);

    private static final TransitionTable NO =
            TransitionTable.parse(
                    """
                       Received Announced Accepted  Scheduled Released Reversed Rejected Cancelled Withdrawn
                    no Rejected Rejected  Withdrawn Withdrawn =        =        =        =         =
                    """);

    @Test
    void takesWhatTheRecipientSaysInEveryState() {
        var messages = new LinkedHashMap<String, ToDonor>();
        for (var message :
                List.of(
                        request(),
                        new PortSchedule(NOW, NOW.plusSeconds(60)),
                        new PortCancel(CancelGround.CUSTOMER_WISH),
                        EXECUTE,
                        REVERSE,
                        new PortQuery())) {
            messages.put(message.getClass().getSimpleName(), message);
        }
        assertThat(TransitionTable.leaves(ToDonor.class))
                .containsExactlyInAnyOrderElementsOf(messages.keySet());

        TABLE.check(
                PortOutStates.all(),
                messages,
                (porting, message) -> RULES.heard(porting, message, IN_PLACE, NOW).porting());
    }

    @Test
    void endsByItselfWhatTheRecipientDoesNotGoOnWith() {
        var due = new LinkedHashMap<String, Instant>();
        due.put("due", NOW);

        DUE.check(PortOutStates.all(), due, (porting, now) -> RULES.due(porting).porting());
        assertThat(RULES.due(new PortOut.Accepted(REQUEST, NOW)).told())
                .containsExactly(MessageType.PORT_WITHDRAW);
    }

    @Test
    void answersARequest() {
        var received = new PortOut.Received(REQUEST);

        assertThat(RULES.received(received).told()).containsExactly(MessageType.PORT_ACKNOWLEDGE);
        assertThat(RULES.decided(received, Set.of(), LATER, NOW))
                .isEqualTo(new Step<>(new PortOut.Announced(REQUEST, LATER), List.of()));
        assertThat(RULES.decided(ANNOUNCED, Set.of(), LATER, NOW).told())
                .containsExactly(MessageType.PORT_ACCEPT);
        for (var undecided : List.of(received, ANNOUNCED)) {
            assertThat(RULES.decided(undecided, Set.of(RejectCode.NOT_DONOR), LATER, NOW).told())
                    .containsExactly(MessageType.PORT_REJECT);
        }
    }

    @Test
    void keepsTheNumbersWhoseHolderSaysNoUntilTheyHaveLeft() {
        var no = new LinkedHashMap<String, Instant>();
        no.put("no", NOW);

        NO.check(PortOutStates.all(), no, (porting, now) -> RULES.objected(porting).porting());
        assertThat(RULES.objected(ANNOUNCED).told()).containsExactly(MessageType.PORT_REJECT);
        assertThat(RULES.objected(new PortOut.Accepted(REQUEST, NOW)).told())
                .containsExactly(MessageType.PORT_WITHDRAW);
    }

    @Test
    void saysAgainWhatTheRecipientMayHaveMissed() {
        assertThat(RULES.heard(RELEASED, EXECUTE, IN_PLACE, NOW).told())
                .containsExactly(MessageType.PORT_EXECUTED);
        assertThat(
                        RULES.heard(
                                        new PortOut.Withdrawn(REQUEST, CancelGround.FRAUD),
                                        EXECUTE,
                                        IN_PLACE,
                                        NOW)
                                .told())
                .containsExactly(MessageType.PORT_WITHDRAW);
        assertThat(RULES.heard(RELEASED, new PortQuery(), IN_PLACE, NOW).told())
                .containsExactly(MessageType.PORT_STATE, MessageType.PORT_EXECUTED);
    }

    @Test
    void letsNothingGoThatItDoesNotServeAnyMore() {
        var scheduled = new PortOut.Scheduled(REQUEST, WINDOW, NOW, Optional.empty());

        var step = RULES.heard(scheduled, EXECUTE, GONE, NOW);

        assertThat(step.porting())
                .isEqualTo(new PortOut.Withdrawn(REQUEST, CancelGround.NUMBER_GONE));
        assertThat(step.told()).containsExactly(MessageType.PORT_WITHDRAW);
    }

    @Test
    void takesNothingBackAfterTheTermAndStaysWithThat() {
        var late = NOON.plus(Terms.HOUR).plusMillis(1);

        var refused = RULES.heard(RELEASED, REVERSE, IN_PLACE, late);
        var again = RULES.heard(refused.porting(), REVERSE, IN_PLACE, NOW);

        assertThat(refused.porting())
                .isEqualTo(new PortOut.Released(REQUEST, NOON, Optional.of(Fault.TOO_LATE)));
        assertThat(again).isEqualTo(refused);
        assertThat(again.told()).containsExactly(MessageType.PORT_ERROR);
    }

    @Test
    void takesNothingBackThatHasMovedOn() {
        assertThat(RULES.heard(RELEASED, REVERSE, GONE, NOW).porting())
                .isEqualTo(new PortOut.Released(REQUEST, NOON, Optional.of(Fault.MOVED_ON)));
    }

    static PortRequest request() {
        return new PortRequest(
                List.of(new Msisdn("+359899001234")),
                new Egn("3021011000"),
                new DocumentNumber("100003755"),
                ContractType.PREPAID,
                true);
    }
}
