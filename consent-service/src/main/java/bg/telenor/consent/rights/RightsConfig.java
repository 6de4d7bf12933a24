package bg.telenor.consent.rights;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "suite.rights")
interface RightsConfig {

    /** Who has to answer a request; a service that keeps nothing answers too. */
    Set<String> services();

    /** How long answers are waited for; well within the term, so that gaps can still be filled. */
    @WithDefault("P7D")
    Duration collectFor();

    /** How often it is looked whether the person has been told that a restriction ends. */
    @WithDefault("PT1M")
    Duration toldEvery();

    /** Within which a request is answered (GDPR art. 12(3)). */
    @WithDefault("P1M")
    Period term();

    /** Where the days of the term are counted. */
    @WithDefault("Europe/Sofia")
    ZoneId zone();

    /** Public holidays, on which no term ends. */
    Optional<Set<LocalDate>> holidays();
}
