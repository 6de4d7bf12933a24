package bg.telenor.debtcheck.check;

import bg.telenor.debtcheck.domain.DeviceCategory;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriBuilder;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Path("/v1/debt-checks")
@RunOnVirtualThread
@Tag(name = "Debt checks", description = "Whether a person owes other operators")
class DebtCheckResource {

    @Schema(
            examples =
                    """
                    {"caseId":"0d5f5b54-95a3-4ac1-8a0f-6f6f4f0f3c11",
                     "identifier":{"type":"EGN","value":"3021011008"},
                     "device":{"category":"SMARTPHONE"},"operators":["A1","VIVACOM"]}\
                    """)
    record StartDebtCheck(
            @NotNull UUID caseId,
            @NotNull PersonalNumber identifier,
            @NotNull @Valid Device device,
            @Size(min = 1, max = 10) Set<@NotNull OperatorCode> operators) {

        record Device(@NotNull DeviceCategory category) {}

        DebtChecks.Wish wish() {
            return new DebtChecks.Wish(
                    caseId, identifier, device.category(), Optional.ofNullable(operators));
        }
    }

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
    public DebtCheckView get(@RestPath UUID id) {
        return checks.view(caller.client(), id);
    }

    @POST
    @Path("{id}/cancellation")
    @PermissionsAllowed("debt-checks.write")
    @Operation(operationId = "cancelDebtCheck", summary = "Cancel one that is not decided")
    public DebtCheckView cancel(@RestPath UUID id) {
        return checks.cancel(caller.client(), id);
    }
}
