package bg.telenor.identity.counter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Set;

/** Who stands at a counter, before the person who is asked about, and how much is too curious. */
@ConfigMapping(prefix = "suite.counters")
public interface CounterConfig {

    /** The OAuth clients whose employees serve persons face to face. */
    @WithDefault("shop")
    Set<String> clients();

    /** The claim of an employee's token that says in which shop they are. */
    @WithDefault("shop")
    String shopClaim();

    /** The claim that has the employee's own family name; without it nobody's is compared. */
    @WithDefault("family_name")
    String familyNameClaim();

    /** How many persons one clerk asks about in an hour; the next is for later. */
    @WithDefault("40")
    @Positive
    int perHour();

    /** The same in 24 hours. */
    @WithDefault("200")
    @Positive
    int perDay();

    /** Who asks about one person for two cases within this time is looked at. */
    @WithDefault("30D")
    Duration repeatWindow();
}
