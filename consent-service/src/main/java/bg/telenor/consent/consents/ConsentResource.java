package bg.telenor.consent.consents;

import bg.telenor.consent.domain.Consent.Channel;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Consents: given and withdrawn by the person, or through a channel on the person's behalf. */
@Path("/v1/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consents")
class ConsentResource {

    @Schema(examples = "{\"channel\": \"WEB\"}")
    record WithdrawConsent(@NotNull Channel channel) {}

    record ConsentList(List<ConsentView> consents) {}

    private final Consents consents;
    private final SubjectRefs refs;
    private final Caller caller;
    private final Idempotency idempotency;

    ConsentResource(Consents consents, SubjectRefs refs, Caller caller, Idempotency idempotency) {
        this.consents = consents;
        this.refs = refs;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @PermissionsAllowed({"consents.write", "my-data"})
    @Operation(operationId = "giveConsent", summary = "Give consent for one purpose")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "PERSON_REQUIRED, PERSON_NOT_ALLOWED")
    @APIResponse(responseCode = "409", description = "CONSENT_ALREADY_GIVEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "PURPOSE_NOT_ALLOWED, TEXT_VERSION_UNKNOWN, NUMBER_NOT_HELD,"
                            + " BIRTH_DATE_IN_FUTURE")
    public RestResponse<ConsentView> give(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull GiveConsent body) {
        var owner = owner();
        var person = consents.personOf(owner, body.identifier());
        var id =
                idempotency.once(
                        key,
                        "give-consent",
                        List.of(person.value(), body),
                        () -> consents.give(body.wish(), person, owner));
        return RestResponse.ResponseBuilder.<ConsentView>created(
                        UriBuilder.fromResource(ConsentResource.class).path("{id}").build(id))
                .entity(ConsentView.of(consents.get(id, owner)))
                .build();
    }

    @GET
    @PermissionsAllowed("my-data")
    @Operation(operationId = "listMyConsents", summary = "The person's own consents")
    public ConsentList list() {
        var own = consents.ofPerson(owner().person().orElseThrow(ConsentResource::noPerson));
        return new ConsentList(own.stream().map(ConsentView::of).toList());
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed({"consents.read", "my-data"})
    @Operation(operationId = "getConsent", summary = "One consent")
    @APIResponseSchema(ConsentView.class)
    @APIResponse(responseCode = "404", description = "CONSENT_NOT_FOUND, also for another's")
    public ConsentView get(@RestPath UUID id) {
        return ConsentView.of(consents.get(id, owner()));
    }

    @POST
    @Path("{id}/withdrawal")
    @PermissionsAllowed({"consents.write", "my-data"})
    @Operation(operationId = "withdrawConsent", summary = "Withdraw a consent; again is no error")
    @APIResponseSchema(ConsentView.class)
    @APIResponse(responseCode = "404", description = "CONSENT_NOT_FOUND, also for another's")
    public ConsentView withdraw(@RestPath UUID id, @Valid @NotNull WithdrawConsent body) {
        return ConsentView.of(consents.withdraw(id, body.channel(), owner()));
    }

    private Consents.Owner owner() {
        return new Consents.Owner(caller.client(), caller.person().map(refs::of));
    }

    private static ProblemException noPerson() {
        return new ProblemException(CommonError.FORBIDDEN);
    }
}
