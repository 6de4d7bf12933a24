package bg.telenor.portability.number;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.portability.domain.Route;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersConfigTest {

    @Test
    void readsItsDefaults() {
        var config =
                new SmallRyeConfigBuilder()
                        .withDefaultValues(Map.of("suite.portability.numbers.route", "C28405"))
                        .withMapping(NumbersConfig.class)
                        .build()
                        .getConfigMapping(NumbersConfig.class);

        assertThat(config.ownRoute()).isEqualTo(new Route("C28405"));
        assertThat(config.poll()).isEqualTo(Duration.ofMillis(200));
    }
}
