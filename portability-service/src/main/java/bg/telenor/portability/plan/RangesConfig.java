package bg.telenor.portability.plan;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberKind;
import bg.telenor.portability.domain.NumberRange;
import bg.telenor.portability.domain.NumberingPlan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The mobile ranges that are held to be given out until a numbering plan is imported. */
@ConfigMapping(prefix = "suite.portability.numbers.ranges")
interface RangesConfig {

    /** By operator, the first digits of its ranges' national numbers. */
    @WithParentName
    Map<String, List<String>> byOperator();

    /**
     * The plan that they make, for all times.
     *
     * @throws IllegalArgumentException when two ranges overlap
     */
    default NumberingPlan plan() {
        return new NumberingPlan(
                byOperator().entrySet().stream()
                        .flatMap(
                                held ->
                                        held.getValue().stream()
                                                .map(digits -> range(digits, held.getKey())))
                        .toList());
    }

    private static NumberRange range(String firstDigits, String operator) {
        return new NumberRange(
                firstDigits, NumberKind.MOBILE, new OperatorCode(operator), Instant.EPOCH, null);
    }
}
