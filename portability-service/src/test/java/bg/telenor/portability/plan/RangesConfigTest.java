package bg.telenor.portability.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RangesConfigTest {

    private static final Instant LONG_AGO = Instant.parse("1995-01-01T00:00:00Z");

    @Test
    void readsRanges() {
        var plan = config("88,9960", "87").plan();

        assertThat(plan.holder(new Msisdn("+359996012345"), LONG_AGO))
                .isEqualTo(new OperatorCode("A1"));
        assertThat(plan.holder(new Msisdn("+359871234567"), LONG_AGO))
                .isEqualTo(new OperatorCode("VIVACOM"));
    }

    @Test
    void refusesARangeOfTwoOperators() {
        assertThatIllegalArgumentException().isThrownBy(() -> config("88", "8801").plan());
    }

    private static RangesConfig config(String ofA1, String ofVivacom) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(
                        Map.of(
                                "suite.portability.numbers.ranges.A1", ofA1,
                                "suite.portability.numbers.ranges.VIVACOM", ofVivacom))
                .withMapping(RangesConfig.class)
                .build()
                .getConfigMapping(RangesConfig.class);
    }
}
