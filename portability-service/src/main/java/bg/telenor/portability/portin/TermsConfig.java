package bg.telenor.portability.portin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a porting waits for others before it ends by itself. */
@ConfigMapping(prefix = "suite.portability.terms")
public interface TermsConfig {

    /** For the identity of its case. */
    @WithDefault("P3D")
    Duration identity();

    /** For the donor's answer. */
    @WithDefault("P2D")
    Duration answer();
}
