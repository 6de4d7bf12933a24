package bg.telenor.portability.portin;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.portability.domain.ReversalGround;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/portings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Portings", description = "Bringing a customer's numbers to us")
class PortInResource {

    private final PortIns portIns;
    private final Idempotency idempotency;
    private final Caller caller;

    PortInResource(PortIns portIns, Idempotency idempotency, Caller caller) {
        this.portIns = portIns;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed("portings.write")
    @Operation(
            operationId = "startPorting",
            summary = "Ask the donor, once the identity of the case is confirmed")
    @APIResponseSchema(
            value = PortInView.class,
            responseCode = "201",
            responseDescription = "Taken; its status says where it stands")
    @APIResponse(responseCode = "404", description = "CASE_NOT_FOUND: the case is another's")
    @APIResponse(
            responseCode = "409",
            description = "PORTING_IN_PROGRESS, NUMBER_ALREADY_OURS, PROCESSING_RESTRICTED")
    @APIResponse(
            responseCode = "422",
            description = "UNKNOWN_DONOR, SUBJECT_MISMATCH, BIRTH_DATE_IN_FUTURE")
    public RestResponse<PortInView> start(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull StartPorting command) {
        var client = caller.client();
        var id =
                idempotency.once(
                        key, "start-porting", command, () -> portIns.start(client, command));
        return RestResponse.ResponseBuilder.<PortInView>created(
                        UriBuilder.fromResource(PortInResource.class).path("{id}").build(id))
                .entity(PortInView.of(portIns.get(client, id)))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("portings.read")
    @Operation(operationId = "getPorting", summary = "How a porting stands")
    @APIResponseSchema(PortInView.class)
    @APIResponse(responseCode = "404", description = "PORTING_NOT_FOUND, also for another's")
    public PortInView get(@RestPath UUID id) {
        return PortInView.of(portIns.get(caller.client(), id));
    }

    @POST
    @Path("{id}/cancellation")
    @PermissionsAllowed("portings.write")
    @Operation(operationId = "cancelPorting", summary = "Cancel one that is not executed yet")
    @APIResponseSchema(PortInView.class)
    @APIResponse(responseCode = "404", description = "PORTING_NOT_FOUND, also for another's")
    @APIResponse(
            responseCode = "409",
            description = "MOVE_NOT_ALLOWED: it is being executed or over")
    public PortInView cancel(@RestPath UUID id) {
        return PortInView.of(portIns.cancel(caller.client(), id));
    }

    record Reversal(@NotNull ReversalGround ground) {}

    @POST
    @Path("{id}/reversal")
    @PermissionsAllowed("portings.write")
    @Operation(
            operationId = "reversePorting",
            summary = "Give numbers that moved back to the donor, say because they do not work")
    @APIResponseSchema(PortInView.class)
    @APIResponse(responseCode = "404", description = "PORTING_NOT_FOUND, also for another's")
    @APIResponse(
            responseCode = "409",
            description = "MOVE_NOT_ALLOWED: not completed, too long ago, or moved on since")
    public PortInView reverse(@RestPath UUID id, @Valid @NotNull Reversal command) {
        return PortInView.of(portIns.reverse(caller.client(), id, command.ground()));
    }
}
