package bg.telenor.portability.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.Route;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersConfigTest {

    @Test
    void readsRangesAndRoute() {
        var config = config("88,9960", "87");

        assertThat(config.plan().blockOperator(new Msisdn("+359996012345")))
                .contains(new OperatorCode("A1"));
        assertThat(config.plan().blockOperator(new Msisdn("+359871234567")))
                .contains(new OperatorCode("VIVACOM"));
        assertThat(config.ownRoute()).isEqualTo(new Route("C28405"));
    }

    @Test
    void refusesARangeOfTwoOperators() {
        assertThatIllegalArgumentException().isThrownBy(() -> config("88", "88").plan());
    }

    private static NumbersConfig config(String ofA1, String ofVivacom) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(
                        Map.of(
                                "suite.portability.numbers.ranges.A1", ofA1,
                                "suite.portability.numbers.ranges.VIVACOM", ofVivacom,
                                "suite.portability.numbers.route", "C28405"))
                .withMapping(NumbersConfig.class)
                .build()
                .getConfigMapping(NumbersConfig.class);
    }
}
