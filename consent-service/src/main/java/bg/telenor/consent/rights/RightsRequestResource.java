package bg.telenor.consent.rights;

import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** A person asks for access or erasure, with their own token; nobody asks about another. */
@Path("/v1/rights-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rights")
class RightsRequestResource {

    @Schema(examples = "{\"type\": \"ACCESS\"}")
    record OpenRequest(@NotNull RightsRequest.Type type) {}

    private final RightsRequests requests;
    private final SubjectRefs refs;
    private final Caller caller;
    private final Idempotency idempotency;

    RightsRequestResource(
            RightsRequests requests, SubjectRefs refs, Caller caller, Idempotency idempotency) {
        this.requests = requests;
        this.refs = refs;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @PermissionsAllowed("my-data")
    @Operation(operationId = "openRightsRequest", summary = "Ask for access or erasure")
    @APIResponseSchema(
            value = RightsRequestView.class,
            responseCode = "201",
            responseDescription = "Asked of all services")
    @APIResponse(responseCode = "409", description = "RIGHTS_REQUEST_ALREADY_OPEN")
    public RestResponse<RightsRequestView> open(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull OpenRequest body) {
        var person = person();
        var id =
                idempotency.once(
                        key,
                        "open-rights-request",
                        List.of(person.value(), body),
                        () -> requests.open(body.type(), person));
        return RestResponse.ResponseBuilder.<RightsRequestView>created(
                        UriBuilder.fromResource(RightsRequestResource.class).path("{id}").build(id))
                .entity(RightsRequestView.of(requests.get(id, Optional.of(person))))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed({"my-data", "rights.manage"})
    @Operation(operationId = "getRightsRequest", summary = "Where a request stands")
    @APIResponseSchema(RightsRequestView.class)
    @APIResponse(responseCode = "404", description = "RIGHTS_REQUEST_NOT_FOUND, also another's")
    public RightsRequestView get(@RestPath UUID id) {
        var person = caller.person().map(refs::of);
        return RightsRequestView.of(requests.get(id, person));
    }

    private SubjectRef person() {
        return caller.person()
                .map(refs::of)
                .orElseThrow(() -> new ProblemException(CommonError.FORBIDDEN));
    }
}
