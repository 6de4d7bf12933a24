package bg.telenor.portability.domain;

import bg.telenor.kit.value.Msisdn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What every message asks of its fields. */
final class MessageFields {

    private MessageFields() {}

    static List<Msisdn> someNumbers(List<Msisdn> numbers) {
        var copy = numbers == null ? List.<Msisdn>of() : List.copyOf(numbers);
        if (copy.isEmpty()
                || copy.size() > PortMessage.MAX_NUMBERS
                || Set.copyOf(copy).size() < copy.size()) {
            throw new IllegalArgumentException(
                    "numbers must be 1 to " + PortMessage.MAX_NUMBERS + " different ones");
        }
        return copy;
    }

    /** What a database keeps of a moment, so that both sides keep the same. */
    static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    static void present(Object value, String name) {
        if (Objects.isNull(value)) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }
}
