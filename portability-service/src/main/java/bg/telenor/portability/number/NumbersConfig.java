package bg.telenor.portability.number;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberingPlan;
import bg.telenor.portability.domain.Route;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which ranges belong to whom, and how calls to ported numbers find us. */
@ConfigMapping(prefix = "suite.portability.numbers")
public interface NumbersConfig {

    /** By operator, the first digits of its ranges' national numbers. */
    Map<String, List<String>> ranges();

    /** Our routing number. */
    String route();

    /** How long one poll of topic {@code numbers} waits; a lost broker is noticed no sooner. */
    @WithDefault("PT0.2S")
    Duration poll();

    /** How often the topic's end is asked for, to know that nothing was missed. */
    @WithDefault("PT0.5S")
    Duration endsEvery();

    /**
     * The ranges by their digits.
     *
     * @throws IllegalArgumentException when two operators are said to hold the same range
     */
    default NumberingPlan plan() {
        var byPrefix = new HashMap<String, OperatorCode>();
        ranges().forEach(
                        (operator, prefixes) ->
                                prefixes.forEach(prefix -> claim(byPrefix, prefix, operator)));
        return new NumberingPlan(byPrefix);
    }

    default Route ownRoute() {
        return new Route(route());
    }

    private static void claim(Map<String, OperatorCode> plan, String prefix, String operator) {
        if (plan.put(prefix, new OperatorCode(operator)) != null) {
            throw new IllegalArgumentException("two operators hold range " + prefix);
        }
    }
}
