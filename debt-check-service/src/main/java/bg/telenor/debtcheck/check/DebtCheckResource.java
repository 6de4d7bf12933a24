package bg.telenor.debtcheck.check;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
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

@Path("/v1/debt-checks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Debt checks", description = "Whether a person owes other operators")
class DebtCheckResource {

    private final DebtChecks checks;
    private final Idempotency idempotency;
    private final Caller caller;

    DebtCheckResource(DebtChecks checks, Idempotency idempotency, Caller caller) {
        this.checks = checks;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed("debt-checks.write")
    @Operation(
            operationId = "startDebtCheck",
            summary = "Ask other operators, once the identity of the case is confirmed",
            description =
                    "The outcome changes the offer for the device, never the contract. Without"
                            + " operators all are asked.")
    @APIResponseSchema(
            value = DebtCheckView.class,
            responseCode = "201",
            responseDescription = "Started, or found again by its key")
    @APIResponse(responseCode = "404", description = "CASE_NOT_FOUND: the case is another's")
    @APIResponse(responseCode = "409", description = "PROCESSING_RESTRICTED")
    @APIResponse(responseCode = "422", description = "UNKNOWN_OPERATOR, BIRTH_DATE_IN_FUTURE")
    public RestResponse<DebtCheckView> start(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull StartDebtCheck command) {
        var client = caller.client();
        var id =
                idempotency.once(
                        key,
                        "start-debt-check",
                        command,
                        () -> checks.start(client, command.wish()));
        return RestResponse.ResponseBuilder.<DebtCheckView>created(
                        UriBuilder.fromResource(DebtCheckResource.class).path("{id}").build(id))
                .entity(checks.view(client, id))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("debt-checks.read")
    @Operation(operationId = "getDebtCheck", summary = "How a debt check stands")
    @APIResponse(responseCode = "200", description = "How it stands")
    @APIResponse(responseCode = "404", description = "DEBT_CHECK_NOT_FOUND, also for another's")
    @APIResponse(responseCode = "409", description = "PROCESSING_RESTRICTED")
    public DebtCheckView get(@RestPath UUID id) {
        return checks.view(caller.client(), id);
    }

    @POST
    @Path("{id}/cancellation")
    @PermissionsAllowed("debt-checks.write")
    @Operation(operationId = "cancelDebtCheck", summary = "Cancel one that is not decided")
    @APIResponse(responseCode = "200", description = "Cancelled")
    @APIResponse(responseCode = "404", description = "DEBT_CHECK_NOT_FOUND, also for another's")
    @APIResponse(responseCode = "409", description = "DEBT_CHECK_MOVE_NOT_ALLOWED: it has ended")
    public DebtCheckView cancel(@RestPath UUID id) {
        return checks.cancel(caller.client(), id);
    }
}
