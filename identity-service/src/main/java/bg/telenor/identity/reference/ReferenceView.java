package bg.telenor.identity.reference;

import bg.telenor.identity.domain.ClaimedField;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Taken;
import bg.telenor.identity.domain.Matches;
import bg.telenor.identity.domain.Reason;
import bg.telenor.identity.domain.Role;
import bg.telenor.identity.domain.Verdict;
import bg.telenor.kit.processing.Purpose;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A reference as its client sees it: matches, not the register's data.
 *
 * @param match what is claimed, compared with the register; left out while that has not answered
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
              "match": {"names": "true", "namesScore": 100, "birthDate": "true"},
              "documentValid": true,
              "ofAge": true,
              "askedAt": "2026-03-02T12:00:00Z",
              "decidedAt": "2026-03-02T12:00:01Z",
              "freshUntil": "2026-03-03T12:00:01Z"
            }\
            """;

    /** Per claimed field whether it is the registered one. */
    enum MatchResult {
        @JsonProperty("true")
        TRUE,
        @JsonProperty("false")
        FALSE,
        /** Not claimed, or not given by the register. */
        @JsonProperty("not_available")
        NOT_AVAILABLE;

        static MatchResult of(Matches matches, ClaimedField field) {
            return matches.of(field).map(same -> same ? TRUE : FALSE).orElse(NOT_AVAILABLE);
        }
    }

    /**
     * @param namesScore how alike the names are, 0 to 100; left out where they are not available
     * @param address left out where none of it is available
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Match(
            MatchResult names, Integer namesScore, MatchResult birthDate, AddressMatch address) {

        static Match of(Matches matches) {
            return new Match(
                    MatchResult.of(matches, ClaimedField.NAMES),
                    matches.namesScore(),
                    MatchResult.of(matches, ClaimedField.BIRTH_DATE),
                    AddressMatch.of(matches));
        }
    }

    /** Part by part. */
    record AddressMatch(
            MatchResult district,
            MatchResult municipality,
            MatchResult settlement,
            MatchResult location,
            MatchResult building,
            MatchResult entrance,
            MatchResult floor,
            MatchResult apartment) {

        static AddressMatch of(Matches matches) {
            if (!matches.hasAddress()) {
                return null;
            }
            return new AddressMatch(
                    MatchResult.of(matches, ClaimedField.DISTRICT),
                    MatchResult.of(matches, ClaimedField.MUNICIPALITY),
                    MatchResult.of(matches, ClaimedField.SETTLEMENT),
                    MatchResult.of(matches, ClaimedField.LOCATION),
                    MatchResult.of(matches, ClaimedField.BUILDING),
                    MatchResult.of(matches, ClaimedField.ENTRANCE),
                    MatchResult.of(matches, ClaimedField.FLOOR),
                    MatchResult.of(matches, ClaimedField.APARTMENT));
        }
    }

    static ReferenceView of(IdentityReference reference) {
        return switch (reference) {
            case Pending pending -> of(pending, null, Verdict.NONE, null, null);
            case Taken taken -> of(taken, null, Verdict.NONE, null, null);
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
                decidedAt == null ? null : Match.of(verdict.matches()),
                verdict.documentValid(),
                verdict.ofAge(),
                request.askedAt(),
                decidedAt,
                freshUntil);
    }
}
