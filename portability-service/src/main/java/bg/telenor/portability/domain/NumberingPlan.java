package bg.telenor.portability.domain;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.util.Map;
import java.util.Optional;

/**
 * Which operator holds which range of numbers, by the first digits of the national number. Says
 * nothing of who serves a number that was ported.
 */
public record NumberingPlan(Map<String, OperatorCode> ranges) {

    private static final int COUNTRY_PREFIX = "+359".length();

    public NumberingPlan {
        ranges = Map.copyOf(ranges);
        ranges.keySet().forEach(NumberingPlan::check);
    }

    /** The longest range that the number falls into. */
    public Optional<OperatorCode> blockOperator(Msisdn number) {
        var national = number.e164().substring(COUNTRY_PREFIX);
        for (int length = national.length(); length > 0; length--) {
            var holder = ranges.get(national.substring(0, length));
            if (holder != null) {
                return Optional.of(holder);
            }
        }
        return Optional.empty();
    }

    private static void check(String prefix) {
        if (!prefix.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("range must be the first digits of numbers");
        }
    }
}
