package bg.telenor.identity.kycmatch;

import bg.telenor.kit.processing.Purpose;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * Which partners may have persons' data matched, and how much of it. Public, since what validates
 * configuration reads the groups inside from outside.
 */
@ConfigMapping(prefix = "suite.kyc-match")
public interface KycMatchConfig {

    /** The partners, by OAuth client; whoever is not here is answered nothing. */
    Map<String, Partner> partners();

    /** How old a reference to the register may be that claims are compared with. */
    @WithDefault("P180D")
    Duration freshFor();

    /** For how long withdrawals may go unheard before no consent is believed any more. */
    @WithDefault("5M")
    Duration consentsMayLag();

    /** When a day of a budget begins. */
    @WithDefault("Europe/Sofia")
    ZoneId zone();

    /** What was agreed with one partner. */
    interface Partner {

        /** By which the person sees the partner in the list of who was told what. */
        String code();

        /** What the person must have consented to. */
        @WithDefault("KYC_MATCH")
        Purpose purpose();

        /** The attributes that are matched for it, by their names in the API. */
        @NotEmpty
        Set<String> attributes();

        /** Whether it is told how nearly right a wrong value is. */
        @WithDefault("false")
        boolean scores();

        /** How many matches it may ask for in one day. */
        @WithDefault("1000")
        @Positive
        int perDay();
    }
}
