package bg.telenor.identity.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Where clients are called back, and how patiently. Public, since what validates configuration
 * reads the groups inside from outside.
 */
@ConfigMapping(prefix = "suite.webhooks")
public interface WebhookConfig {

    /** By OAuth client; no request ever names an address. */
    Map<String, Sink> sinks();

    /** How long a client may take to answer, connecting included. */
    @WithDefault("5S")
    Duration deadline();

    @WithDefault("2S")
    Duration connectTimeout();

    /** How many calls of one client may run at once; whoever is slow holds up nobody else. */
    @WithDefault("4")
    @Positive
    int atOncePerClient();

    /** How long after a first failure a call is repeated; then twice as long, and so on. */
    @WithDefault("10S")
    Duration firstPause();

    @WithDefault("1H")
    Duration longestPause();

    /** How long after the decision a call is given up that nobody takes. */
    @WithDefault("P1D")
    Duration giveUpAfter();

    /** How long a call that was given up is kept to be seen. */
    @WithDefault("P30D")
    Duration keepGivenUp();

    /** One client's address. */
    interface Sink {

        /** Scheme https, host and path; nothing personal belongs there. */
        URI url();

        /** Whether it may lie in a private network, such as the operator's own. */
        @WithDefault("false")
        boolean privateAddressAllowed();
    }

    /** The next call after the given number of failures. */
    default Instant retryAt(Instant now, int failures) {
        var pause = firstPause().multipliedBy(1L << Math.min(failures - 1, 20));
        return now.plus(pause.compareTo(longestPause()) < 0 ? pause : longestPause());
    }
}
