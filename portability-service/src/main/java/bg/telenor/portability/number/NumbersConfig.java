package bg.telenor.portability.number;

import bg.telenor.portability.domain.Route;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How calls to ported numbers find us, and how the topic of numbers is read. */
@ConfigMapping(prefix = "suite.portability.numbers")
public interface NumbersConfig {

    /** Our routing number. */
    String route();

    /** How long one poll of topic {@code numbers} waits; a lost broker is noticed no sooner. */
    @WithDefault("PT0.2S")
    Duration poll();

    /** How often the topic's end is asked for, to know that nothing was missed. */
    @WithDefault("PT0.5S")
    Duration endsEvery();

    /**
     * How many bytes the endpoint answers that look-ups are measured beside; there is none unless
     * this is more than nothing.
     */
    @WithDefault("0")
    int constant();

    default Route ownRoute() {
        return new Route(route());
    }
}
