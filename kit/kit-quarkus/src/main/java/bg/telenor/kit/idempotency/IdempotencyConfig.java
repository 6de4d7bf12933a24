package bg.telenor.kit.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests are remembered, and how long a running one is believed alive. */
@ConfigMapping(prefix = "suite.idempotency")
interface IdempotencyConfig {

    /** After this a request whose process died may be taken over by its repetition. */
    @WithDefault("PT60S")
    Duration lease();

    /** Longer than any caller repeats; then the key is free again. */
    @WithDefault("P7D")
    Duration life();
}
