package bg.telenor.debtcheck.obligation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.time.ZoneId;

/** Which of our own obligations count. */
@ConfigMapping(prefix = "suite.obligations")
interface ObligationConfig {

    /** Periodic payments lapse after three years (Obligations and Contracts Act, art. 111). */
    @WithDefault("P3Y")
    Period limitation();

    /** Due dates are days in Bulgaria. */
    @WithDefault("Europe/Sofia")
    ZoneId zone();
}
