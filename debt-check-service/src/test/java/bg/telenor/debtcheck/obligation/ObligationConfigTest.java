package bg.telenor.debtcheck.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObligationConfigTest {

    @Test
    void hasDefaults() {
        var config = with(Map.of());

        assertThat(config.limitation()).isEqualTo(Period.ofYears(3));
        assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Sofia"));
    }

    private static ObligationConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(ObligationConfig.class)
                .build()
                .getConfigMapping(ObligationConfig.class);
    }
}
