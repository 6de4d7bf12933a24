package bg.telenor.kit.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The operators of the exchange. Which exist, and where, is agreed between them, not coded. Public,
 * since what validates configuration reads the groups inside from outside.
 */
@ConfigMapping(prefix = "suite.operators")
public interface OperatorsConfig {

    /** Our own code. */
    String self();

    /** The others, by code. */
    Map<String, Known> known();

    /** How far a message's time may be from ours. */
    @WithDefault("PT60S")
    Duration tolerance();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** One operator. */
    interface Known {

        /** Where its API is; paths are appended. */
        URI url();

        /** Its OAuth client with us. */
        String client();

        /**
         * Whether it wants an access token with our messages, which {@code quarkus.oidc-client} of
         * its code gets from its identity provider.
         */
        @WithDefault("false")
        boolean wantsToken();
    }
}
