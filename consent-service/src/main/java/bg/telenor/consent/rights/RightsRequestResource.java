package bg.telenor.consent.rights;

import static bg.telenor.consent.ConsentError.GROUND_NOT_ALLOWED;
import static bg.telenor.consent.ConsentError.PERSON_ASKS_ALONE;
import static bg.telenor.consent.ConsentError.PERSON_NOT_ALLOWED;
import static bg.telenor.consent.ConsentError.PERSON_REQUIRED;

import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.PersonalNumber;
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

/**
 * A person asks about their data, with their own token. The privacy officer asks for them where
 * they have asked on paper or a restriction has lost its ground; access and erasure the person
 * alone.
 */
@Path("/v1/rights-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rights")
class RightsRequestResource {

    /**
     * @param ground of a restriction
     * @param identifier of the person, when the officer asks
     */
    @Schema(examples = "{\"type\": \"RESTRICTION\", \"ground\": \"NEEDED_FOR_CLAIMS\"}")
    record OpenRequest(
            @NotNull RightsRequest.Type type,
            RightsRequest.Ground ground,
            PersonalNumber identifier) {}

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
    @PermissionsAllowed({"my-data", "rights.manage"})
    @Operation(
            operationId = "openRightsRequest",
            summary = "Ask for access, erasure, rectification, restriction or its end")
    @APIResponseSchema(
            value = RightsRequestView.class,
            responseCode = "201",
            responseDescription = "Asked of all services, or announced to the person")
    @APIResponse(responseCode = "400", description = "PERSON_REQUIRED, PERSON_NOT_ALLOWED")
    @APIResponse(responseCode = "409", description = "RIGHTS_REQUEST_ALREADY_OPEN, NOT_RESTRICTED")
    @APIResponse(responseCode = "422", description = "GROUND_NOT_ALLOWED, PERSON_ASKS_ALONE")
    public RestResponse<RightsRequestView> open(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull OpenRequest body) {
        var asked = asked(body);
        var id =
                idempotency.once(
                        key,
                        "open-rights-request",
                        List.of(asked.person().value(), body),
                        () -> requests.open(asked));
        return RestResponse.ResponseBuilder.<RightsRequestView>created(
                        UriBuilder.fromResource(RightsRequestResource.class).path("{id}").build(id))
                .entity(RightsRequestView.of(requests.get(id, Optional.of(asked.person()))))
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

    private RightsRequests.Asked asked(OpenRequest body) {
        if ((body.type() == RightsRequest.Type.RESTRICTION) != (body.ground() != null)) {
            throw new ProblemException(GROUND_NOT_ALLOWED);
        }
        var own = caller.person().map(refs::of);
        if (own.isPresent() == (body.identifier() != null)) {
            throw new ProblemException(own.isPresent() ? PERSON_NOT_ALLOWED : PERSON_REQUIRED);
        }
        if (own.isEmpty() && !body.type().isForOfficers()) {
            throw new ProblemException(PERSON_ASKS_ALONE);
        }
        var person = own.orElseGet(() -> refs.of(body.identifier()));
        return new RightsRequests.Asked(body.type(), body.ground(), person, own.isEmpty());
    }
}
