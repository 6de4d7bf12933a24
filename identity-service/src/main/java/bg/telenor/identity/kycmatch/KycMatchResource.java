package bg.telenor.identity.kycmatch;

import static bg.telenor.identity.IdentityError.KNOW_YOUR_CUSTOMER_INVALID_PARAM_COMBINATION;
import static bg.telenor.identity.IdentityError.MISSING_IDENTIFIER;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CAMARA KYC Match 0.4, in front for partners. */
@Path(KycMatchResource.PATH)
@Tag(name = "CAMARA KYC Match", description = "Whether a partner knows the person of a number")
class KycMatchResource {

    static final String PATH = "/kyc-match/v0.4/match";

    private final KycMatches matches;
    private final KycPartners partners;
    private final Caller caller;

    KycMatchResource(KycMatches matches, KycPartners partners, Caller caller) {
        this.matches = matches;
        this.partners = partners;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed("kyc-match:match")
    @RunOnVirtualThread
    @Operation(
            operationId = "matchCustomer",
            summary = "Match what is claimed of the person of a phone number",
            description =
                    "A number that nobody has is answered like one whose person is not matched:"
                            + " every attribute is not_available.")
    @APIResponse(responseCode = "200", description = "Per claimed attribute whether it is right")
    @APIResponse(
            responseCode = "400",
            description = "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION: nothing is claimed")
    @APIResponse(responseCode = "422", description = "MISSING_IDENTIFIER")
    @APIResponse(
            responseCode = "429",
            description = "QUOTA_EXCEEDED, with Retry-After: the day's matches are used up")
    public KycMatchView match(@Valid @NotNull KycMatchRequest body) {
        var partner = partners.of(caller.client());
        var claimed = body.claimed();
        if (claimed.isEmpty()) {
            throw new ProblemException(KNOW_YOUR_CUSTOMER_INVALID_PARAM_COMBINATION);
        }
        if (body.phoneNumber() == null) {
            throw new ProblemException(MISSING_IDENTIFIER);
        }
        var likenesses = matches.match(partner, body.number(), claimed);
        return new KycMatchView(claimed.keySet(), likenesses, partner.scores());
    }
}
