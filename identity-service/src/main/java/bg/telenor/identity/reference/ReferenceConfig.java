package bg.telenor.identity.reference;

import bg.telenor.identity.domain.BackOff;
import bg.telenor.identity.domain.Terms;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;

/** How long references wait, last and hold, and how often the register is asked. */
@ConfigMapping(prefix = "suite.references")
interface ReferenceConfig {

    /** How long a reference may stay pending while the register is down. */
    @WithDefault("24H")
    Duration pendingFor();

    /** How long a confirmation is good for; the case's other steps wait for each other. */
    @WithDefault("24H")
    Duration freshFor();

    /**
     * For how long a confirmation answers the same question of the same case again, instead of the
     * register.
     */
    @WithDefault("1H")
    Duration reuseFor();

    /** An inquiry whose end is not known is repeated so often; 0 for registers that count each. */
    @WithDefault("1")
    @PositiveOrZero
    @Max(10)
    int repeats();

    /** How many numbers a person may have before another prepaid one is registered. */
    @WithDefault("10")
    @Positive
    int numbersPerPerson();

    /** How many differing claims about one person are compared within the window. */
    @WithDefault("3")
    @Positive
    int differingClaims();

    @WithDefault("24H")
    Duration claimsWindow();

    /**
     * How many questions are taken in at once, each over a connection of its own to the database.
     */
    @WithDefault("8")
    @Positive
    int takenInAtOnce();

    @WithDefault("1S")
    Duration firstBackOff();

    @WithDefault("1M")
    Duration longestBackOff();

    /** When the register answers later: the pause before it is first looked for; it doubles. */
    @WithDefault("2S")
    Duration firstCheck();

    @WithDefault("1M")
    Duration longestCheck();

    default Terms terms() {
        return new Terms(
                pendingFor(),
                freshFor(),
                reuseFor(),
                repeats(),
                new BackOff(firstBackOff(), longestBackOff()),
                new BackOff(firstCheck(), longestCheck()));
    }
}
