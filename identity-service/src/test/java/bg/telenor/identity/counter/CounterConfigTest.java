package bg.telenor.identity.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterConfigTest {

    @Test
    void aClerkOfAShopServesFortyInAnHourAndTwoHundredInADay() {
        var config = of(Map.of());

        assertThat(config.clients()).containsExactly("shop");
        assertThat(config.shopClaim()).isEqualTo("shop");
        assertThat(config.familyNameClaim()).isEqualTo("family_name");
        assertThat(config.perHour()).isEqualTo(40);
        assertThat(config.perDay()).isEqualTo(200);
        assertThat(config.repeatWindow()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void countersAreConfigured() {
        assertThat(of(Map.of("suite.counters.clients", "shop,kiosk")).clients())
                .containsExactlyInAnyOrder("shop", "kiosk");
    }

    private static CounterConfig of(Map<String, String> said) {
        return new SmallRyeConfigBuilder()
                .withMapping(CounterConfig.class)
                .withSources(new PropertiesConfigSource(said, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(CounterConfig.class);
    }
}
