package bg.telenor.identity.deferred;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the register may bring answers that come later. Without a port it may not. */
@ConfigMapping(prefix = "suite.regix.callback")
interface CallbackConfig {

    /** A port of its own: nothing of the API is there, and nothing of this on the API's. */
    Optional<@Positive @Max(65_535) Integer> port();

    @WithDefault("127.0.0.1")
    String host();

    @WithDefault("/regix/callback")
    String path();

    /** The register's subjects (RFC 2253): its authority certifies its other clients too. */
    Optional<List<String>> clients();

    /** From a request's first line to our answer. */
    @WithDefault("10S")
    Duration deadline();

    /** How many are taken at once; the next is sent away and comes again. */
    @WithDefault("32")
    @Positive
    int atOnce();
}
