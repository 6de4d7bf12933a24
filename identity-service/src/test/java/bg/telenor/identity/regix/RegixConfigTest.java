package bg.telenor.identity.regix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.kit.processing.Purpose;
import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegixConfigTest {

    @Test
    void asksTheNewestOperationsWithinTenSeconds() {
        var config = TestRegixConfig.defaults();

        assertThat(config.path()).isEqualTo("/RegiXEntryPointV2.svc/basic");
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.maxAnswer().asLongValue()).isEqualTo(2 * 1024 * 1024);
        assertThat(config.citizenOperation()).endsWith("GetPersonalIdentityV3");
        assertThat(config.foreignerOperation()).endsWith("GetForeignIdentityV2");
        assertThat(config.validStatuses()).containsExactly("ВАЛИДЕН");
    }

    @Test
    void wantsAGroundForEachPurposeThatItNames() {
        assertThat(TestRegixConfig.defaults().grounds())
                .containsOnlyKeys(Purpose.CONTRACT_CONCLUSION);
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(
                        () ->
                                TestRegixConfig.of(
                                        Map.of(
                                                "suite.regix.url", "https://localhost:1",
                                                "suite.regix.grounds.CONTRACT_CONCLUSION.law-reason",
                                                        "x")));
    }

    @Test
    void wantsToKnowWhereTheRegisterIs() {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> TestRegixConfig.of(Map.of()));
    }
}
