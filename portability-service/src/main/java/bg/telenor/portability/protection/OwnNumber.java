package bg.telenor.portability.protection;

import bg.telenor.kit.value.Msisdn;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number of the person whose own token is calling. */
@Schema(examples = "{\"number\":\"+359899001234\"}")
public record OwnNumber(@NotNull Msisdn number) {}
