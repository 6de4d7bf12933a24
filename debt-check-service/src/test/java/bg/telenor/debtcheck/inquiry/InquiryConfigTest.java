package bg.telenor.debtcheck.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InquiryConfigTest {

    @Test
    void hasDefaults() {
        var config = with(Map.of());

        assertThat(config.perDay()).isEqualTo(5000);
        assertThat(config.perPerson()).isEqualTo(5);
        assertThat(config.personWindow()).isEqualTo(Duration.ofDays(1));
        assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Sofia"));
    }

    private static InquiryConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(InquiryConfig.class)
                .build()
                .getConfigMapping(InquiryConfig.class);
    }
}
