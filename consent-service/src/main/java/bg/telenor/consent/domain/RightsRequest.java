package bg.telenor.consent.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person's request for access to, or erasure of, what is kept about them (GDPR art. 15, 17).
 *
 * <pre>
 * Open → Complete ──────────→ Expired
 *   │                            ↑
 *   └──→ CompleteWithGaps ───────┘
 * </pre>
 */
public sealed interface RightsRequest {

    Request request();

    /** Every service has answered every part. */
    default Complete complete(Instant at) {
        throw new IllegalMove(this, "complete");
    }

    /** Services that have not answered in time are named to the person. */
    default CompleteWithGaps completeWithout(List<String> missing, Instant at) {
        throw new IllegalMove(this, "complete with gaps");
    }

    /** What was answered has been kept for its time, and is gone. */
    default Expired expire(Instant at) {
        throw new IllegalMove(this, "expire");
    }

    /** What is asked for. */
    enum Type {
        ACCESS,
        ERASURE
    }

    /**
     * What was asked; it never changes.
     *
     * @param parts how many references the person has
     * @param collectUntil how long answers are waited for
     * @param answerBy when the law wants it answered (art. 12(3))
     */
    record Request(
            UUID id,
            Type type,
            SubjectRef person,
            int parts,
            Instant requestedAt,
            Instant collectUntil,
            Instant answerBy) {

        public Request {
            requireNonNull(id, "id is null");
            requireNonNull(type, "type is null");
            requireNonNull(person, "person is null");
            requireNonNull(requestedAt, "requestedAt is null");
            requireNonNull(collectUntil, "collectUntil is null");
            requireNonNull(answerBy, "answerBy is null");
            if (parts < 1) {
                throw new IllegalArgumentException("a request has at least one part");
            }
        }
    }

    record Open(Request request) implements RightsRequest {

        @Override
        public Complete complete(Instant at) {
            return new Complete(request, at);
        }

        @Override
        public CompleteWithGaps completeWithout(List<String> missing, Instant at) {
            return new CompleteWithGaps(request, missing, at);
        }
    }

    record Complete(Request request, Instant at) implements RightsRequest {

        @Override
        public Expired expire(Instant expiredAt) {
            return new Expired(request, expiredAt);
        }
    }

    record CompleteWithGaps(Request request, List<String> missing, Instant at)
            implements RightsRequest {

        public CompleteWithGaps {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("a gap has a name");
            }
        }

        @Override
        public Expired expire(Instant expiredAt) {
            return new Expired(request, expiredAt);
        }
    }

    record Expired(Request request, Instant at) implements RightsRequest {}
}
