package bg.telenor.consent.consents;

import static bg.telenor.consent.ConsentError.PERSON_NOT_ALLOWED;
import static bg.telenor.consent.ConsentError.PERSON_REQUIRED;

import bg.telenor.consent.domain.Consent.Channel;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Consents: given and withdrawn by the person, or through a channel on the person's behalf. */
@Path("/v1/consents")
@Tag(name = "consents")
@APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
@APIResponse(responseCode = "403", description = "FORBIDDEN")
class ConsentResource {

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
    @APIResponse(
            responseCode = "201",
            description = "Given",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentView.class),
                            examples = @ExampleObject(name = "given", value = ConsentView.EXAMPLE)))
    @APIResponse(
            responseCode = "400",
            description =
                    "INVALID_REQUEST, IDEMPOTENCY_KEY_MISSING, PERSON_REQUIRED, PERSON_NOT_ALLOWED")
    @APIResponse(responseCode = "409", description = "CONSENT_ALREADY_GIVEN, REQUEST_RUNNING")
    @APIResponse(
            responseCode = "422",
            description =
                    "PURPOSE_NOT_ALLOWED, TEXT_VERSION_UNKNOWN, NUMBER_NOT_HELD,"
                            + " BIRTH_DATE_IN_FUTURE, IDEMPOTENCY_KEY_REUSED")
    public RestResponse<ConsentView> give(
            @HeaderParam(IdempotencyKey.HEADER)
                    @Parameter(required = true, schema = @Schema(type = SchemaType.STRING))
                    IdempotencyKey key,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "marketing",
                                                            value = GiveConsent.EXAMPLE)))
                    @Valid
                    @NotNull
                    GiveConsent body) {
        var person = personOf(body.identifier());
        var id =
                idempotency.once(
                        key,
                        "give-consent",
                        List.of(person.value(), body),
                        () -> consents.give(body.wish(), person, owner()));
        return RestResponse.ResponseBuilder.<ConsentView>created(
                        UriBuilder.fromResource(ConsentResource.class).path("{id}").build(id))
                .entity(ConsentView.of(consents.get(id, owner())))
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
    @APIResponse(responseCode = "404", description = "CONSENT_NOT_FOUND, also for another's")
    public ConsentView get(@RestPath UUID id) {
        return ConsentView.of(consents.get(id, owner()));
    }

    @POST
    @Path("{id}/withdrawal")
    @PermissionsAllowed({"consents.write", "my-data"})
    @Operation(operationId = "withdrawConsent", summary = "Withdraw a consent; again is no error")
    @APIResponse(responseCode = "404", description = "CONSENT_NOT_FOUND, also for another's")
    public ConsentView withdraw(
            @RestPath UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "web",
                                                            value = "{\"channel\": \"WEB\"}")))
                    @Valid
                    @NotNull
                    WithdrawConsent body) {
        return ConsentView.of(consents.withdraw(id, body.channel(), owner()));
    }

    private SubjectRef personOf(PersonalNumber identifier) {
        var own = owner().person();
        if (own.isPresent() && identifier != null) {
            throw new ProblemException(PERSON_NOT_ALLOWED);
        }
        if (own.isEmpty() && identifier == null) {
            throw new ProblemException(PERSON_REQUIRED);
        }
        return own.orElseGet(() -> consents.subject(identifier));
    }

    private Consents.Owner owner() {
        return new Consents.Owner(caller.client(), caller.person().map(refs::of));
    }

    private static ProblemException noPerson() {
        return new ProblemException(CommonError.FORBIDDEN);
    }
}
