package bg.telenor.identity.reference;

import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.Reason;
import bg.telenor.identity.domain.Role;
import bg.telenor.identity.domain.Verdict;
import bg.telenor.kit.processing.Purpose;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A reference as its client sees it: matches, not the register's data.
 *
 * @param match per claimed field whether it is the registered one; null where that is not known
 * @param freshUntil until when the case's other steps may rely on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = ReferenceView.EXAMPLE)
record ReferenceView(
        UUID id,
        ReferenceStatus status,
        Reason reason,
        UUID caseId,
        Purpose purpose,
        Role role,
        Match match,
        Boolean documentValid,
        Boolean ofAge,
        Instant askedAt,
        Instant decidedAt,
        Instant freshUntil) {

    static final String EXAMPLE =
            """
            {
              "id": "5d1f7f5e-2f9a-4c0b-8a39-8d0d3c1f2a77",
              "status": "CONFIRMED",
              "caseId": "0f4a3c6e-6a0b-4d8e-9f53-2a4f6f0f7c11",
              "purpose": "CONTRACT_CONCLUSION",
              "role": "USER",
              "match": {"names": true, "birthDate": true},
              "documentValid": true,
              "ofAge": true,
              "askedAt": "2026-03-02T12:00:00Z",
              "decidedAt": "2026-03-02T12:00:01Z",
              "freshUntil": "2026-03-03T12:00:01Z"
            }\
            """;

    /** Here null is an answer: not claimed, or not available. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Match(Boolean names, Boolean birthDate) {}

    static ReferenceView of(IdentityReference reference) {
        return switch (reference) {
            case Pending pending -> of(pending, null, Verdict.NONE, null, null);
            case Confirmed confirmed ->
                    of(
                            confirmed,
                            null,
                            confirmed.verdict(),
                            confirmed.at(),
                            confirmed.freshUntil());
            case Refused refused ->
                    of(refused, refused.reason(), refused.verdict(), refused.at(), null);
        };
    }

    /** Created when the register has answered, accepted while it has not. */
    RestResponse.Status httpStatus() {
        return switch (status) {
            case PENDING -> RestResponse.Status.ACCEPTED;
            case CONFIRMED, REFUSED -> RestResponse.Status.CREATED;
        };
    }

    private static ReferenceView of(
            IdentityReference reference,
            Reason reason,
            Verdict verdict,
            Instant decidedAt,
            Instant freshUntil) {
        var request = reference.request();
        return new ReferenceView(
                request.id(),
                ReferenceStatus.of(reference),
                reason,
                request.caseId(),
                request.purpose(),
                request.role(),
                decidedAt == null ? null : new Match(verdict.names(), verdict.birthDate()),
                verdict.documentValid(),
                verdict.ofAge(),
                request.askedAt(),
                decidedAt,
                freshUntil);
    }
}
