package bg.telenor.portability.lookup;

import bg.telenor.portability.number.NumbersConfig;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Answers always the same, and does all else that a look-up takes: what look-ups are measured
 * beside. There is none unless it is configured.
 */
@Path("/v1/number-lookups/constant")
@RunOnVirtualThread
class ConstantResource {

    private final byte[] constant;

    ConstantResource(NumbersConfig config) {
        constant = new byte[config.constant()];
        Arrays.fill(constant, (byte) ' ');
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("number-lookups")
    @Operation(hidden = true)
    public byte[] answer(@NotNull byte[] ignored) {
        if (constant.length == 0) {
            throw new NotFoundException();
        }
        return constant;
    }
}
