package bg.telenor.portability.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** How patiently other operators are told. */
@ConfigMapping(prefix = "suite.portability.messages")
public interface MessagesConfig {

    /** How long one operator may take to answer one message. */
    @WithDefault("PT5S")
    Duration deadline();

    /** How long after a first failure a message is tried again; then twice as long, and so on. */
    @WithDefault("PT1S")
    Duration firstPause();

    @WithDefault("PT5M")
    Duration longestPause();

    /** When a message that nobody takes is given up; the porting's own terms go on. */
    @WithDefault("P7D")
    Duration giveUp();

    /** How long a message that we took is recognised when it comes again. */
    @WithDefault("P30D")
    Duration memory();

    /** The next try after the given number of failures. */
    default Instant retryAt(Instant now, int failures) {
        var doublings = Math.min(failures - 1, 20);
        var pause = firstPause().multipliedBy(1L << doublings);
        return now.plus(pause.compareTo(longestPause()) < 0 ? pause : longestPause());
    }
}
