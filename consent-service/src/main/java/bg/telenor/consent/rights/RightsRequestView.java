package bg.telenor.consent.rights;

import bg.telenor.consent.domain.RightsRequest;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a request stands.
 *
 * @param missing services whose answer is not in the archive or certificate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = RightsRequestView.EXAMPLE)
record RightsRequestView(
        UUID id,
        RightsRequest.Type type,
        RightsRequest.Ground ground,
        Status status,
        Instant requestedAt,
        Instant answerBy,
        Instant answeredAt,
        List<String> missing) {

    /** Whether, and how, the request was answered. */
    @Schema(name = "RightsRequestStatus")
    enum Status {
        ANNOUNCED,
        OPEN,
        COMPLETE,
        COMPLETE_WITH_GAPS,
        EXPIRED
    }

    static final String EXAMPLE =
            """
            {
              "id": "c0a4e3b8-7f5c-4a4c-8b39-3f9f2a7c9d10",
              "type": "ACCESS",
              "status": "OPEN",
              "requestedAt": "2026-03-02T12:00:00Z",
              "answerBy": "2026-04-02T21:00:00Z"
            }\
            """;

    static RightsRequestView of(RightsRequest state) {
        return switch (state) {
            case RightsRequest.Announced announced -> of(announced, Status.ANNOUNCED, null, null);
            case RightsRequest.Open open -> of(open, Status.OPEN, null, null);
            case RightsRequest.Complete done -> of(done, Status.COMPLETE, done.at(), null);
            case RightsRequest.CompleteWithGaps done ->
                    of(done, Status.COMPLETE_WITH_GAPS, done.at(), done.missing());
            case RightsRequest.Expired gone -> of(gone, Status.EXPIRED, null, null);
        };
    }

    private static RightsRequestView of(
            RightsRequest state, Status status, Instant answeredAt, List<String> missing) {
        var request = state.request();
        return new RightsRequestView(
                request.id(),
                request.type(),
                request.ground(),
                status,
                request.requestedAt(),
                request.answerBy(),
                answeredAt,
                missing);
    }
}
