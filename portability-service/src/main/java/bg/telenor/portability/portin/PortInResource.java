package bg.telenor.portability.portin;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import bg.telenor.portability.domain.ContractType;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.PortingContent;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.UniqueElements;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;
import java.util.UUID;

@Path("/v1/portings")
@RunOnVirtualThread
@Tag(name = "Portings", description = "Bringing a customer's numbers to us")
class PortInResource {

    @Schema(
            examples =
                    """
                    {"caseId":"0d5f5b54-95a3-4ac1-8a0f-6f6f4f0f3c11",
                     "identifier":{"type":"EGN","value":"3021011008"},
                     "documentNumber":"100003755","numbers":["+359888001234"],
                     "donor":"A1","contract":"POSTPAID"}\
                    """)
    record StartPorting(
            @NotNull UUID caseId,
            @NotNull PersonalNumber identifier,
            @NotNull DocumentNumber documentNumber,
            @NotNull @Size(min = 1, max = PortMessage.MAX_NUMBERS) @UniqueElements
                    List<@NotNull Msisdn> numbers,
            @NotNull OperatorCode donor,
            @NotNull ContractType contract) {

        PortIns.Wish wish() {
            var content = new PortingContent(identifier, documentNumber, numbers);
            return new PortIns.Wish(caseId, content, donor, contract);
        }
    }

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
    public RestResponse<PortInView> start(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull StartPorting command) {
        var client = caller.client();
        var id =
                idempotency.once(
                        key, "start-porting", command, () -> portIns.start(client, command.wish()));
        return RestResponse.ResponseBuilder.<PortInView>created(
                        UriBuilder.fromResource(PortInResource.class).path("{id}").build(id))
                .entity(PortInView.of(portIns.get(client, id)))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("portings.read")
    @Operation(operationId = "getPorting", summary = "How a porting stands")
    public PortInView get(@RestPath UUID id) {
        return PortInView.of(portIns.get(caller.client(), id));
    }

    @POST
    @Path("{id}/cancellation")
    @PermissionsAllowed("portings.write")
    @Operation(operationId = "cancelPorting", summary = "Cancel one that is not executed yet")
    @APIResponseSchema(value = PortInView.class, responseCode = "200")
    public PortInView cancel(@RestPath UUID id) {
        return PortInView.of(portIns.cancel(caller.client(), id));
    }
}
