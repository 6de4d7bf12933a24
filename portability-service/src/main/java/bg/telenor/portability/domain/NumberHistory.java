package bg.telenor.portability.domain;

import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who has served one number since it left the operator of its range, oldest first. A stretch lasts
 * until the next one begins; the last may lie in the future.
 */
public record NumberHistory(Optional<OperatorCode> blockOperator, List<Served> stretches) {

    /** From a moment on, an operator serves the number, and calls find it by a route. */
    public record Served(OperatorCode operator, Route route, Instant from) {}

    public NumberHistory {
        stretches = stretches.stream().sorted(Comparator.comparing(Served::from)).toList();
    }

    /** The stretch that a moment falls into; none while the range's operator serves the number. */
    public Optional<Served> at(Instant moment) {
        return stretches.reversed().stream()
                .filter(stretch -> !stretch.from().isAfter(moment))
                .findFirst();
    }

    public Optional<OperatorCode> servedBy(Instant moment) {
        return at(moment).map(Served::operator).or(() -> blockOperator);
    }

    /** The history with one more stretch; telling the same twice changes nothing. */
    public NumberHistory with(Served stretch) {
        if (stretches.contains(stretch)) {
            return this;
        }
        var all = new ArrayList<>(stretches);
        all.removeIf(other -> other.from().equals(stretch.from()));
        all.add(stretch);
        return new NumberHistory(blockOperator, all);
    }
}
