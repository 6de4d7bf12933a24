package bg.telenor.kit.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests are remembered. */
@ConfigMapping(prefix = "suite.idempotency")
interface IdempotencyConfig {

    /** Longer than any caller repeats; then the key is free again. */
    @WithDefault("P7D")
    Duration life();
}
