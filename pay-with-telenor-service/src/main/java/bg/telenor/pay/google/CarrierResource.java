package bg.telenor.pay.google;

import bg.telenor.kit.caller.Caller;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Where Google calls us: carriers-v1, each body signed and then encrypted. */
@Path("/carriers-v1")
@Tag(name = "Google", description = "The carrier's side of Google's carriers-v1")
class CarrierResource {

    private static final String EXAMPLE = "eyJhbGciOiJFQ0RILUVTK0EyNTZLVyIsImVuYyI6IkEyNTZHQ00ifQ…";

    private final Carrier carrier;
    private final Caller caller;

    CarrierResource(Carrier carrier, Caller caller) {
        this.carrier = carrier;
        this.caller = caller;
    }

    @POST
    @Path("{method: echo|associateAccount|capture|refund}")
    @Consumes(CarrierEnvelope.MEDIA_TYPE)
    @Produces(CarrierEnvelope.MEDIA_TYPE)
    @PermissionsAllowed("carriers")
    @Operation(
            operationId = "callCarrier",
            summary = "echo, associateAccount, capture or refund",
            description = "The body is JWE(JWS(JSON)); docs/pay-with-telenor.md has the JSON.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = String.class, examples = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Sealed result, success or a decline")
    @APIResponse(
            responseCode = "4XX",
            description = "Sealed ErrorResponse; nothing happened",
            content = @Content(schema = @Schema(implementation = String.class, examples = EXAMPLE)))
    public RestResponse<String> call(@RestPath String method, String body) {
        var answer = carrier.answer(caller.client(), method, body);
        return RestResponse.ResponseBuilder.create(
                        Response.Status.fromStatusCode(answer.status()), answer.body())
                .build();
    }
}
