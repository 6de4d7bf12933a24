package bg.telenor.portability.portout;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.CancelGround;
import bg.telenor.portability.domain.PortOut;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/port-outs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Port-outs", description = "What the desk decides on numbers that leave us")
class PortOutResource {

    @Schema(name = "PortOutWithdrawal")
    record Withdrawal(@NotNull CancelGround ground) {}

    @Schema(name = "PortOutPostponement")
    record Postponement(@NotNull Instant notBefore) {}

    @Schema(
            name = "PortOutView",
            examples =
                    """
                    {"id":"7d444840-9dc0-41d1-b245-5ffdce74fad2","status":"WITHDRAWN",
                     "recipient":"A1","receivedAt":"2026-03-02T12:00:00Z"}\
                    """)
    record PortOutView(UUID id, PortOutStatus status, OperatorCode recipient, Instant receivedAt) {

        static PortOutView of(PortOut porting) {
            var request = porting.request();
            return new PortOutView(
                    request.id(),
                    PortOutStatus.of(porting),
                    request.recipient(),
                    request.receivedAt());
        }
    }

    private final PortOuts portOuts;

    PortOutResource(PortOuts portOuts) {
        this.portOuts = portOuts;
    }

    @POST
    @Path("{id}/withdrawal")
    @PermissionsAllowed("porting-desk")
    @Operation(
            operationId = "withdrawPortOut",
            summary = "Take the acceptance back, while the number is still with us")
    @APIResponseSchema(PortOutView.class)
    @APIResponse(responseCode = "404", description = "PORTING_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "MOVE_NOT_ALLOWED: not accepted, or gone")
    public PortOutView withdraw(@RestPath UUID id, @Valid @NotNull Withdrawal command) {
        return PortOutView.of(portOuts.withdraw(id, command.ground()));
    }

    @POST
    @Path("{id}/postponement")
    @PermissionsAllowed("porting-desk")
    @Operation(
            operationId = "postponePortOut",
            summary = "Ask the recipient for a later window, which stays the recipient's to choose")
    @APIResponseSchema(PortOutView.class)
    @APIResponse(responseCode = "404", description = "PORTING_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "MOVE_NOT_ALLOWED: there is no window")
    public PortOutView postpone(@RestPath UUID id, @Valid @NotNull Postponement command) {
        return PortOutView.of(portOuts.postpone(id, command.notBefore()));
    }
}
