package bg.telenor.identity.photo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** How a photo is shown. How long it is kept stands in the catalogue, as every term does. */
@ConfigMapping(prefix = "suite.photos")
interface PhotoConfig {

    /** How often one photo is looked at; a clerk looks once, and again when a page is lost. */
    @WithDefault("3")
    @Positive
    int views();

    /** How long a clerk waits for it with the person; one that comes later is not kept. */
    @WithDefault("15M")
    Duration wantedFor();

    /** The most pixels that are drawn: few bytes can claim to be a picture of any size. */
    @WithDefault("4000000")
    @Positive
    int pixels();

    /** How long the reading of one picture may take. */
    @WithDefault("2S")
    Duration readWithin();
}
