package bg.telenor.portability.domain;

import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose range one number was of, and who has served it since it left the operator of its range,
 * each oldest first. A stretch lasts until the next one begins; the last may lie in the future.
 */
public record NumberHistory(List<NumberRange> ranges, List<Served> stretches) {

    /** From a moment on, an operator serves the number, and calls find it by a route. */
    public record Served(OperatorCode operator, Route route, Instant from) {}

    public NumberHistory {
        ranges = List.copyOf(ranges);
        stretches = stretches.stream().sorted(Comparator.comparing(Served::from)).toList();
    }

    /** Whose range the number is of at a moment. */
    public Optional<OperatorCode> blockOperator(Instant moment) {
        return ranges.stream()
                .filter(range -> range.lastsAt(moment))
                .findFirst()
                .map(NumberRange::operator);
    }

    /** The stretch that a moment falls into; none while the range's operator serves the number. */
    public Optional<Served> at(Instant moment) {
        return stretches.reversed().stream()
                .filter(stretch -> !stretch.from().isAfter(moment))
                .findFirst();
    }

    public Optional<OperatorCode> servedBy(Instant moment) {
        return at(moment).map(Served::operator).or(() -> blockOperator(moment));
    }

    /** The history with one more stretch; telling the same twice changes nothing. */
    public NumberHistory with(Served stretch) {
        if (stretches.contains(stretch)) {
            return this;
        }
        var all = new ArrayList<>(stretches);
        all.removeIf(other -> other.from().equals(stretch.from()));
        all.add(stretch);
        return new NumberHistory(ranges, all);
    }
}
