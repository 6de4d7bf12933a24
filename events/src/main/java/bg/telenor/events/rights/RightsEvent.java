package bg.telenor.events.rights;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import bg.telenor.kit.event.Jws;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.SignedEvent;
import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/**
 * What consent-service asks of all services on topic {@code rights}. Each is a command, signed: it
 * makes services hand out or destroy. One event per reference of the person, {@code part} of {@code
 * parts}; of a number only what was received in {@code from} (inclusive) to {@code until}
 * (exclusive, null for open) is meant, since numbers change hands.
 */
public sealed interface RightsEvent extends PublishedEvent {

    String TOPIC = "rights";

    UUID requestId();

    int part();

    int parts();

    Instant from();

    Instant until();

    /** After this moment nobody acts on the command any more. */
    Instant expiresAt();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return requestId();
    }

    /** GDPR art. 15: everything kept about the reference, encrypted to {@code answerKey}. */
    record AccessRequested(
            SubjectRef key,
            UUID requestId,
            int part,
            int parts,
            @JsonInclude(NON_NULL) Instant from,
            @JsonInclude(NON_NULL) Instant until,
            Instant expiresAt,
            PublicKey answerKey,
            Jws signature)
            implements RightsEvent, SignedEvent<AccessRequested> {

        @Override
        public AccessRequested signed(Jws by) {
            return new AccessRequested(
                    key, requestId, part, parts, from, until, expiresAt, answerKey, by);
        }
    }

    /** GDPR art. 17: erase what no law holds back, and say what it does. */
    record ErasureRequested(
            SubjectRef key,
            UUID requestId,
            int part,
            int parts,
            @JsonInclude(NON_NULL) Instant from,
            @JsonInclude(NON_NULL) Instant until,
            Instant expiresAt,
            Jws signature)
            implements RightsEvent, SignedEvent<ErasureRequested> {

        @Override
        public ErasureRequested signed(Jws by) {
            return new ErasureRequested(key, requestId, part, parts, from, until, expiresAt, by);
        }
    }

    /**
     * GDPR art. 18: from now on keep, and do not otherwise process, what was received in the
     * window, also what is still to come. Of two that mean the same reference and {@code from}, and
     * of a lifting, the later by the envelope's time holds.
     */
    record RestrictionSet(
            SubjectRef key,
            UUID requestId,
            int part,
            int parts,
            @JsonInclude(NON_NULL) Instant from,
            @JsonInclude(NON_NULL) Instant until,
            Instant expiresAt,
            Jws signature)
            implements RightsEvent, SignedEvent<RestrictionSet> {

        @Override
        public RestrictionSet signed(Jws by) {
            return new RestrictionSet(key, requestId, part, parts, from, until, expiresAt, by);
        }
    }

    /** GDPR art. 18(3): the restriction of the same reference and {@code from} is over. */
    record RestrictionLifted(
            SubjectRef key,
            UUID requestId,
            int part,
            int parts,
            @JsonInclude(NON_NULL) Instant from,
            @JsonInclude(NON_NULL) Instant until,
            Instant expiresAt,
            Jws signature)
            implements RightsEvent, SignedEvent<RestrictionLifted> {

        @Override
        public RestrictionLifted signed(Jws by) {
            return new RestrictionLifted(key, requestId, part, parts, from, until, expiresAt, by);
        }
    }

    /**
     * GDPR art. 16: the person says that what is kept is wrong; say what it is and whose to
     * correct.
     */
    record RectificationRequested(
            SubjectRef key,
            UUID requestId,
            int part,
            int parts,
            @JsonInclude(NON_NULL) Instant from,
            @JsonInclude(NON_NULL) Instant until,
            Instant expiresAt,
            Jws signature)
            implements RightsEvent, SignedEvent<RectificationRequested> {

        @Override
        public RectificationRequested signed(Jws by) {
            return new RectificationRequested(
                    key, requestId, part, parts, from, until, expiresAt, by);
        }
    }

    /** A one-request P-256 public key: the point's coordinates in base64url, {@code x.y}. */
    record PublicKey(@JsonValue String point) {

        @JsonCreator
        public PublicKey {
            if (point == null || !point.matches("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}")) {
                throw new IllegalArgumentException("not a P-256 point");
            }
        }

        public String x() {
            return point.substring(0, 43);
        }

        public String y() {
            return point.substring(44);
        }
    }
}
