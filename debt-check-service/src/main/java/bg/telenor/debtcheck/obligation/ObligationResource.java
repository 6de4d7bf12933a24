package bg.telenor.debtcheck.obligation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/obligations")
@RunOnVirtualThread
@Tag(name = "Obligations", description = "What persons owe us, from billing")
class ObligationResource {

    private final ObligationImport obligations;

    ObligationResource(ObligationImport obligations) {
        this.obligations = obligations;
    }

    @POST
    @Consumes("application/x-ndjson")
    @PermissionsAllowed("billing")
    @Operation(
            operationId = "importObligations",
            summary = "Take in obligations, one JSON object a line",
            description =
                    "Lines stand or fall by themselves; a line sent again replaces what was said of"
                            + " its obligation before.")
    public ObligationImport.Summary receive(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/x-ndjson",
                                            schema =
                                                    @Schema(implementation = ObligationLine.class)))
                    InputStream body) {
        return obligations.receive(body);
    }
}
