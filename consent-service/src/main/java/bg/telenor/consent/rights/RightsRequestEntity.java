package bg.telenor.consent.rights;

import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One row of {@code rights_request}. */
@Entity
@Table(name = "rights_request")
class RightsRequestEntity {

    /** A request's state, as its row says it. */
    enum Status {
        ANNOUNCED,
        OPEN,
        COMPLETE,
        COMPLETE_WITH_GAPS,
        EXPIRED
    }

    @Id UUID id;

    @Enumerated(EnumType.STRING)
    RightsRequest.Type type;

    /** Of a restriction only. */
    @Enumerated(EnumType.STRING)
    RightsRequest.Ground ground;

    String personRef;
    int parts;
    Instant requestedAt;
    Instant collectUntil;
    Instant answerBy;

    @Enumerated(EnumType.STRING)
    Status status;

    Instant statusAt;

    /** Names of services, parted by commas; only of a request with gaps. */
    String missing;

    /** Of a request that was announced to the person first. */
    UUID noticeId;

    /** When to see whether the answers are complete; null when nothing is left to do. */
    Instant dueAt;

    Instant leaseUntil;

    @Version int version;

    RightsRequest toDomain() {
        var request =
                new RightsRequest.Request(
                        id,
                        type,
                        ground,
                        new SubjectRef(personRef),
                        parts,
                        requestedAt,
                        collectUntil,
                        answerBy);
        return switch (status) {
            case ANNOUNCED -> new RightsRequest.Announced(request, noticeId);
            case OPEN -> new RightsRequest.Open(request);
            case COMPLETE -> new RightsRequest.Complete(request, statusAt);
            case COMPLETE_WITH_GAPS ->
                    new RightsRequest.CompleteWithGaps(
                            request, List.of(missing.split(",", -1)), statusAt);
            case EXPIRED -> new RightsRequest.Expired(request, statusAt);
        };
    }

    RightsRequestEntity write(RightsRequest state) {
        var request = state.request();
        id = request.id();
        type = request.type();
        ground = request.ground();
        personRef = request.person().value();
        parts = request.parts();
        requestedAt = request.requestedAt();
        collectUntil = request.collectUntil();
        answerBy = request.answerBy();
        return switch (state) {
            case RightsRequest.Announced announced -> {
                noticeId = announced.notice();
                yield status(Status.ANNOUNCED, requestedAt, requestedAt);
            }
            case RightsRequest.Open open -> status(Status.OPEN, requestedAt, collectUntil);
            case RightsRequest.Complete complete -> status(Status.COMPLETE, complete.at(), null);
            case RightsRequest.CompleteWithGaps gaps -> {
                missing = String.join(",", gaps.missing());
                yield status(Status.COMPLETE_WITH_GAPS, gaps.at(), null);
            }
            case RightsRequest.Expired expired -> status(Status.EXPIRED, expired.at(), null);
        };
    }

    private RightsRequestEntity status(Status next, Instant at, Instant due) {
        status = next;
        statusAt = at;
        due(due);
        return this;
    }

    /** Whoever has worked on it gives it back, to be taken again when it is due. */
    void due(Instant when) {
        dueAt = when;
        leaseUntil = null;
    }
}
