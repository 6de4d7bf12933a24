package bg.telenor.pay.google;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.Set;

/** How Google reaches us. */
@ConfigMapping(prefix = "suite.google")
interface GoogleConfig {

    /** Google's OAuth client. */
    @WithDefault("google-play")
    String client();

    /** Our accounts at Google (paymentIntegratorAccountId), one per contract and currency. */
    @WithDefault("TelenorBG_EUR")
    Set<String> accounts();

    /** How far a request's time may be from ours: Google's own bound. */
    @WithDefault("PT60S")
    Duration clockTolerance();

    /** How long a repeat gets the answer of the first; after that it is refused as a duplicate. */
    @WithDefault("P400D")
    Period rememberRequests();
}
