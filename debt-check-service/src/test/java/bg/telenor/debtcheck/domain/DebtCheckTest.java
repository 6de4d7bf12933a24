package bg.telenor.debtcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DebtCheckTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant DEADLINE = NOON.plusSeconds(20);
    private static final OperatorCode A1 = new OperatorCode("A1");
    private static final OperatorCode VIVACOM = new OperatorCode("VIVACOM");

    private static final DebtCheck.Request REQUEST =
            new DebtCheck.Request(
                    UUID.randomUUID(),
                    "shop",
                    UUID.randomUUID(),
                    new SubjectRef("egn:1:" + "A".repeat(43)),
                    DeviceCategory.SMARTPHONE,
                    Set.of(A1, VIVACOM),
                    NOON);

    private static final DebtCheck.Asking ASKING =
            new DebtCheck.WaitingForIdentity(REQUEST, NOON).ask(DEADLINE);

    private static final Map<String, UnaryOperator<DebtCheck>> MOVES =
            Map.of(
                    "ask", check -> check.ask(DEADLINE),
                    "hear", check -> check.heard(Map.of(A1, OperatorAnswer.CLEAR)),
                    "decide", check -> check.decide(NOON),
                    "unconfirm", check -> check.unconfirm(NOON),
                    "expire", check -> check.expire(NOON),
                    "cancel", check -> check.cancel(NOON),
                    "mismatch", check -> check.mismatch(NOON),
                    "refuse", check -> check.refuseIdentity(NOON));

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
                Arguments.of(
                        new DebtCheck.WaitingForIdentity(REQUEST, NOON),
                        Set.of("ask", "expire", "cancel", "mismatch", "refuse")),
                Arguments.of(ASKING, Set.of("unconfirm", "hear", "decide", "cancel")),
                Arguments.of(new DebtCheck.Decided(REQUEST, Outcome.CLEAR, 1, NOON), Set.of()),
                Arguments.of(new DebtCheck.Expired(REQUEST, NOON), Set.of()),
                Arguments.of(new DebtCheck.Cancelled(REQUEST, NOON), Set.of()),
                Arguments.of(new DebtCheck.SubjectMismatch(REQUEST, NOON), Set.of()),
                Arguments.of(new DebtCheck.IdentityRefused(REQUEST, NOON), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("allowedMoves")
    void allowsExactlyTheseMoves(DebtCheck from, Set<String> allowed) {
        MOVES.forEach(
                (name, move) -> {
                    if (allowed.contains(name)) {
                        assertThat(move.apply(from).request()).isEqualTo(REQUEST);
                    } else {
                        assertThatExceptionOfType(DebtCheck.IllegalMove.class)
                                .isThrownBy(() -> move.apply(from))
                                .withMessageContaining(name);
                    }
                });
    }

    @Test
    void goesOnAskingUntilAllHaveAnswered() {
        var one = ASKING.heard(Map.of(A1, OperatorAnswer.CLEAR));
        var both = one.heard(Map.of(VIVACOM, OperatorAnswer.CLEAR));

        assertThat(one.isSettled(NOON)).isFalse();
        assertThat(one.outstanding()).containsExactly(VIVACOM);
        assertThat(both.isSettled(NOON)).isTrue();
        assertThat(both.decide(NOON).outcome()).isEqualTo(Outcome.CLEAR);
    }

    @Test
    void isSettledByTheFirstDebtFound() {
        var found = ASKING.heard(Map.of(A1, OperatorAnswer.FOUND));

        assertThat(found.isSettled(NOON)).isTrue();
        assertThat(found.decide(NOON).outcome()).isEqualTo(Outcome.DEBT_FOUND);
        assertThat(found.allAnswers()).containsEntry(VIVACOM, OperatorAnswer.NO_ANSWER);
    }

    @Test
    void isIncompleteWhenSomebodyHasNotAnsweredAtTheDeadline() {
        var one = ASKING.heard(Map.of(A1, OperatorAnswer.CLEAR));

        assertThat(one.isSettled(DEADLINE)).isTrue();
        assertThat(one.decide(DEADLINE).outcome()).isEqualTo(Outcome.INCOMPLETE);
    }

    @Test
    void keepsWhatAnOperatorSaidFirst() {
        var asking =
                ASKING.heard(Map.of(A1, OperatorAnswer.FOUND))
                        .heard(Map.of(A1, OperatorAnswer.CLEAR));

        assertThat(asking.answers()).containsEntry(A1, OperatorAnswer.FOUND);
    }

    @Test
    void doesNotHearWhoWasNotAsked() {
        var asking = ASKING.heard(Map.of(new OperatorCode("STRANGER"), OperatorAnswer.FOUND));

        assertThat(asking.answers()).isEmpty();
    }

    @Test
    void namesTheRulesThatDecided() {
        var decided = ASKING.decide(NOON);

        assertThat(decided.rules()).isEqualTo(DecisionTable.current().version());
    }

    @Test
    void cannotAskNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new DebtCheck.Request(
                                        REQUEST.id(),
                                        REQUEST.client(),
                                        REQUEST.caseId(),
                                        REQUEST.person(),
                                        REQUEST.device(),
                                        Set.of(),
                                        NOON));
    }
}
