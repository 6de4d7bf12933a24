package bg.telenor.debtcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckConfigTest {

    @Test
    void hasDefaults() {
        var config = with(Map.of());

        assertThat(config.identityWithin()).isEqualTo(Duration.ofDays(1));
        assertThat(config.decideWithin()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.answerWithin()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.whileRestricted()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.lease()).isGreaterThan(config.decideWithin());
    }

    @Test
    void takesTermsInSeconds() {
        var config = with(Map.of("suite.debt-check.decide-within", "PT10S"));

        assertThat(config.decideWithin()).isEqualTo(Duration.ofSeconds(10));
    }

    private static CheckConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(CheckConfig.class)
                .build()
                .getConfigMapping(CheckConfig.class);
    }
}
