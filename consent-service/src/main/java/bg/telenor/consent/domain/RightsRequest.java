package bg.telenor.consent.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person's request about what is kept about them (GDPR art. 15 to 18), or the officer's for them.
 *
 * <pre>
 * Announced → Open → Complete ──────────→ Expired
 *               │                            ↑
 *               └──→ CompleteWithGaps ───────┘
 * </pre>
 *
 * Only the end of a restriction that the person has not asked for themselves is announced first.
 */
public sealed interface RightsRequest {

    Request request();

    /** Whether there is, or was, an answer. */
    default boolean isDecided() {
        return switch (this) {
            case Announced announced -> false;
            case Open open -> false;
            case Complete complete -> true;
            case CompleteWithGaps gaps -> true;
            case Expired expired -> true;
        };
    }

    /** The person has been told what will be done; the services are asked from now on. */
    default Open begin(int parts, Instant collectUntil) {
        throw new IllegalMove(this, "begin");
    }

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
        ERASURE,
        RECTIFICATION,
        RESTRICTION,
        RESTRICTION_LIFTING;

        /** Whether the privacy officer may ask for it in the person's place. */
        public boolean isForOfficers() {
            return switch (this) {
                case ACCESS, ERASURE -> false;
                case RECTIFICATION, RESTRICTION, RESTRICTION_LIFTING -> true;
            };
        }
    }

    /** Why processing is to be restricted: art. 18(1), (a) to (d). */
    enum Ground {
        ACCURACY_CONTESTED,
        UNLAWFUL_PROCESSING,
        NEEDED_FOR_CLAIMS,
        OBJECTION_PENDING
    }

    /**
     * What was asked; it never changes.
     *
     * @param ground of a restriction; null of every other request
     * @param parts how many references the person has, when the services are asked
     * @param collectUntil how long answers are waited for
     * @param answerBy when the law wants it answered (art. 12(3))
     */
    record Request(
            UUID id,
            Type type,
            Ground ground,
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
            if ((type == Type.RESTRICTION) != (ground != null)) {
                throw new IllegalArgumentException("a restriction, and nothing else, has a ground");
            }
            if (parts < 1) {
                throw new IllegalArgumentException("a request has at least one part");
            }
        }
    }

    /**
     * @param notice that tells the person
     */
    record Announced(Request request, UUID notice) implements RightsRequest {

        public Announced {
            requireNonNull(notice, "notice is null");
        }

        @Override
        public Open begin(int parts, Instant collectUntil) {
            return new Open(
                    new Request(
                            request.id(),
                            request.type(),
                            request.ground(),
                            request.person(),
                            parts,
                            request.requestedAt(),
                            collectUntil,
                            request.answerBy()));
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
