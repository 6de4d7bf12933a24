package bg.telenor.consent.consents;

import static bg.telenor.consent.ConsentError.PERSON_NOT_ALLOWED;
import static bg.telenor.consent.ConsentError.PERSON_REQUIRED;

import bg.telenor.consent.domain.Consent;
import bg.telenor.consent.domain.Consent.Channel;
import bg.telenor.consent.domain.TextVersion;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Consents: given and withdrawn by the person, or through a channel on the person's behalf. */
@Path("/v1/consents")
@Tag(name = "consents")
class ConsentResource {

    /**
     * @param identifier whose consent it is; absent with a person's own token
     * @param number limits the consent to one number that the person has
     */
    record GiveConsent(
            @NotNull Purpose purpose,
            @NotNull Channel channel,
            @NotNull @Pattern(regexp = TextVersion.FORM) String textVersion,
            PersonalNumber identifier,
            Msisdn number) {}

    record WithdrawConsent(@NotNull Channel channel) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentView(
            UUID id,
            Purpose purpose,
            String status,
            Channel channel,
            String textVersion,
            Instant givenAt,
            Instant withdrawnAt) {

        static ConsentView of(Consent consent) {
            var agreement = consent.agreement();
            return switch (consent) {
                case Consent.Given given -> of(agreement, "GIVEN", null);
                case Consent.Withdrawn withdrawn -> of(agreement, "WITHDRAWN", withdrawn.at());
            };
        }

        private static ConsentView of(
                Consent.Agreement agreement, String status, Instant withdrawnAt) {
            return new ConsentView(
                    agreement.id(),
                    agreement.purpose(),
                    status,
                    agreement.channel(),
                    agreement.text().value(),
                    agreement.givenAt(),
                    withdrawnAt);
        }
    }

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
    public RestResponse<ConsentView> give(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull GiveConsent body) {
        var person = personOf(body.identifier());
        var wish =
                new Consents.Wish(
                        body.purpose(),
                        body.channel(),
                        new TextVersion(body.textVersion()),
                        body.number());
        var id =
                idempotency.once(
                        key,
                        "give-consent",
                        List.of(person.value(), body),
                        () -> consents.give(wish, person, caller.client()));
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
    public ConsentView get(@RestPath UUID id) {
        return ConsentView.of(consents.get(id, owner()));
    }

    @POST
    @Path("{id}/withdrawal")
    @PermissionsAllowed({"consents.write", "my-data"})
    @Operation(operationId = "withdrawConsent", summary = "Withdraw a consent; again is no error")
    public ConsentView withdraw(@RestPath UUID id, @Valid @NotNull WithdrawConsent body) {
        return ConsentView.of(consents.withdraw(id, body.channel(), owner()));
    }

    private SubjectRef personOf(PersonalNumber identifier) {
        var own = owner().person();
        if (own.isPresent() && identifier != null) {
            throw new ProblemException(PERSON_NOT_ALLOWED);
        }
        return own.orElseGet(
                () -> {
                    if (identifier == null) {
                        throw new ProblemException(PERSON_REQUIRED);
                    }
                    return refs.of(identifier);
                });
    }

    private Consents.Owner owner() {
        return new Consents.Owner(caller.client(), caller.person().map(refs::of));
    }

    private static ProblemException noPerson() {
        return new ProblemException(CommonError.FORBIDDEN);
    }
}
