package bg.telenor.consent.inventory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "suite.inventory")
interface InventoryConfig {

    /** How long a person can still see that a record is gone, and why. */
    @WithDefault("P90D")
    Duration keepErased();
}
