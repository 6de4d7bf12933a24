package bg.telenor.pay.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How store links come about. */
@ConfigMapping(prefix = "suite.store-links")
interface StoreLinkConfig {

    /** Long enough to sign in at the store, short enough that a leaked id is of no use. */
    @WithDefault("PT10M")
    Duration offerLife();

    /** How long closing or expiring one link may take before another replica tries. */
    @WithDefault("PT30S")
    Duration lease();
}
