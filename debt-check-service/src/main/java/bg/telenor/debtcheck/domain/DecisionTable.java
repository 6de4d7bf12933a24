package bg.telenor.debtcheck.domain;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rules that turn operators' answers into an outcome; the first that applies decides. A version
 * is never edited: a decision names the one that made it, so that it can be replayed.
 */
public record DecisionTable(int version, List<Rule> rules) {

    /** A line of the table. */
    public record Rule(String when, Predicate<Collection<OperatorAnswer>> applies, Outcome then) {

        public Rule {
            requireNonNull(when, "when is null");
            requireNonNull(applies, "applies is null");
            requireNonNull(then, "then is null");
        }
    }

    private static final DecisionTable V1 =
            new DecisionTable(
                    1,
                    List.of(
                            new Rule(
                                    "an operator found a debt",
                                    answers -> answers.contains(OperatorAnswer.FOUND),
                                    Outcome.DEBT_FOUND),
                            new Rule(
                                    "operators were asked and all are clear",
                                    DecisionTable::allClear,
                                    Outcome.CLEAR),
                            new Rule("anything else", answers -> true, Outcome.INCOMPLETE)));

    private static final List<DecisionTable> VERSIONS = List.of(V1);

    public DecisionTable {
        rules = List.copyOf(rules);
    }

    /** The table that decides now. */
    public static DecisionTable current() {
        return VERSIONS.getLast();
    }

    /** The table that a past decision names. */
    public static DecisionTable version(int version) {
        return VERSIONS.stream()
                .filter(table -> table.version == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rules " + version));
    }

    public Outcome decide(Collection<OperatorAnswer> answers) {
        return rules.stream()
                .filter(rule -> rule.applies().test(answers))
                .findFirst()
                .map(Rule::then)
                .orElse(Outcome.INCOMPLETE);
    }

    private static boolean allClear(Collection<OperatorAnswer> answers) {
        return !answers.isEmpty()
                && answers.stream().allMatch(answer -> answer == OperatorAnswer.CLEAR);
    }
}
