package bg.telenor.portability.recycling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * Which partners may ask whether a number changed hands, and how far back. Public, since what
 * validates configuration reads the groups inside from outside.
 */
@ConfigMapping(prefix = "suite.number-recycling")
public interface RecyclingConfig {

    /** The partners, by OAuth client; whoever is not here is answered nothing. */
    Map<String, Partner> partners();

    /**
     * For how long it is known who had a number after they gave it back; no longer than the ended
     * holdings are remembered.
     */
    @WithDefault("P90D")
    Duration knownFor();

    /** When a day begins. */
    @WithDefault("Europe/Sofia")
    ZoneId zone();

    /** What was agreed with one partner. */
    interface Partner {

        /** By which the person sees the partner in the list of who was told what. */
        String code();
    }
}
