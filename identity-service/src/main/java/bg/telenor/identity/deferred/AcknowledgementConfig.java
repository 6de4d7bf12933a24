package bg.telenor.identity.deferred;

import bg.telenor.identity.domain.BackOff;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** How hard we try to tell the register that we have its answer. */
@ConfigMapping(prefix = "suite.regix.acknowledgement")
interface AcknowledgementConfig {

    @WithDefault("10")
    @Positive
    int attempts();

    @WithDefault("2S")
    Duration firstBackOff();

    @WithDefault("1M")
    Duration longestBackOff();

    default BackOff backOff() {
        return new BackOff(firstBackOff(), longestBackOff());
    }
}
