package bg.telenor.debtcheck.domain;

import static bg.telenor.debtcheck.domain.OperatorAnswer.CLEAR;
import static bg.telenor.debtcheck.domain.OperatorAnswer.FOUND;
import static bg.telenor.debtcheck.domain.OperatorAnswer.NO_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTableTest {

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(List.of(CLEAR), Outcome.CLEAR),
                Arguments.of(List.of(CLEAR, CLEAR), Outcome.CLEAR),
                Arguments.of(List.of(CLEAR, FOUND), Outcome.DEBT_FOUND),
                Arguments.of(List.of(NO_ANSWER, FOUND), Outcome.DEBT_FOUND),
                Arguments.of(List.of(CLEAR, NO_ANSWER), Outcome.INCOMPLETE),
                Arguments.of(List.of(NO_ANSWER), Outcome.INCOMPLETE),
                Arguments.of(List.of(), Outcome.INCOMPLETE));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decides(List<OperatorAnswer> answers, Outcome expected) {
        assertThat(DecisionTable.version(1).decide(answers)).isEqualTo(expected);
    }

    @Test
    void isNeverClearUnlessAllAreClear() {
        for (var answers : allCombinationsOf(4)) {
            var clear = answers.stream().allMatch(answer -> answer == CLEAR);

            var outcome = DecisionTable.current().decide(answers);

            assertThat(outcome == Outcome.CLEAR).as("%s", answers).isEqualTo(clear);
        }
    }

    @Test
    void doesNotDependOnTheOrderOfAnswers() {
        for (var answers : allCombinationsOf(3)) {
            var table = DecisionTable.current();

            assertThat(table.decide(answers.reversed())).isEqualTo(table.decide(answers));
        }
    }

    @Test
    void refusesAVersionThatNeverWas() {
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionTable.version(0));
    }

    private static List<List<OperatorAnswer>> allCombinationsOf(int operators) {
        var combinations = List.of(List.<OperatorAnswer>of());
        for (int i = 0; i < operators; i++) {
            combinations =
                    combinations.stream()
                            .flatMap(
                                    one -> Stream.of(OperatorAnswer.values()).map(a -> add(one, a)))
                            .toList();
        }
        return combinations;
    }

    private static List<OperatorAnswer> add(List<OperatorAnswer> to, OperatorAnswer answer) {
        var longer = new ArrayList<>(to);
        longer.add(answer);
        return longer;
    }
}
