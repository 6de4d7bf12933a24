package bg.telenor.debtcheck.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The terms of a debt check. */
@ConfigMapping(prefix = "suite.debt-check")
interface CheckConfig {

    /** A customer may come back another day to show a document; then the offer is made anew. */
    @WithDefault("P1D")
    Duration identityWithin();

    /** The customer waits at the counter: what is not known by then is not known. */
    @WithDefault("PT20S")
    Duration decideWithin();

    /** How long one operator may take over one answer. */
    @WithDefault("PT5S")
    Duration answerWithin();

    /** When an operator that could not be reached is tried again. */
    @WithDefault("PT2S")
    Duration retryAfter();

    /** When a check is looked at again whose data may only be kept for now. */
    @WithDefault("PT1M")
    Duration whileRestricted();

    /** Longer than asking may take, so that nobody else asks meanwhile. */
    @WithDefault("PT30S")
    Duration lease();
}
