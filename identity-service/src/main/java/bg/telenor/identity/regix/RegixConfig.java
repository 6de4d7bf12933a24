package bg.telenor.identity.regix;

import bg.telenor.kit.processing.Purpose;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How RegiX is reached and asked, and how its codes are read. */
@ConfigMapping(prefix = "suite.regix")
public interface RegixConfig {

    /** Scheme, host and port. */
    URI url();

    @WithDefault("/RegiXEntryPointV2.svc/basic")
    String path();

    @WithDefault("2S")
    Duration connectTimeout();

    /** From the first byte of the connection to the last of the answer. */
    @WithDefault("10S")
    Duration deadline();

    /** The register's own limit is 25 MiB, for documents that we do not ask for. */
    @WithDefault("2M")
    MemorySize maxAnswer();

    @WithDefault("TechnoLogica.RegiX.MVRBDSAdapter.APIService.IMVRBDSAPI.GetPersonalIdentityV3")
    String citizenOperation();

    @WithDefault("TechnoLogica.RegiX.MVRERChAdapter.APIService.IMVRERChAPI.GetForeignIdentityV2")
    String foreignerOperation();

    /** What the register is told for each purpose that it may be asked for; no other is served. */
    Map<Purpose, Ground> grounds();

    Optional<String> administrationOid();

    Optional<String> administrationName();

    /** The statuses of a document that is good. */
    @WithDefault("ВАЛИДЕН")
    Set<String> validStatuses();

    /** The reasons of a status that say that the holder has died. */
    @WithDefault("ПОЧИНАЛО ЛИЦЕ")
    Set<String> deceasedReasons();

    /** Why the register is asked, in its call context. */
    interface Ground {

        @NotBlank
        String serviceType();

        @NotBlank
        String lawReason();
    }
}
