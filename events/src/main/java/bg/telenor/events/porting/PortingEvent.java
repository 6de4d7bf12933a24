package bg.telenor.events.porting;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * What portability-service says on topic {@code porting}, of each number by itself. The key is the
 * number's reference.
 */
public sealed interface PortingEvent extends PublishedEvent {

    String TOPIC = "porting";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** A number is asked to move; {@code caseId} is ours only when we are the recipient. */
    record PortingRequested(
            SubjectRef key,
            UUID portingId,
            @JsonInclude(NON_NULL) UUID caseId,
            OperatorCode donor,
            OperatorCode recipient)
            implements PortingEvent {

        @Override
        public UUID aggregateId() {
            return portingId;
        }

        @Override
        public UUID caseOrNull() {
            return caseId;
        }
    }

    /**
     * Another operator asks for a number of ours; until {@code objectUntil} its holder can say no.
     */
    record PortOutAsked(SubjectRef key, UUID portingId, OperatorCode recipient, Instant objectUntil)
            implements PortingEvent {

        @Override
        public UUID aggregateId() {
            return portingId;
        }
    }

    /**
     * Donor and recipient agreed on the window in which the number moves.
     *
     * @param leavesFor the recipient, of a number of ours that leaves
     */
    record PortingScheduled(
            SubjectRef key,
            UUID portingId,
            Instant windowFrom,
            @JsonInclude(NON_NULL) OperatorCode leavesFor)
            implements PortingEvent {

        @Override
        public UUID aggregateId() {
            return portingId;
        }
    }

    /** The number has moved. */
    record PortingCompleted(SubjectRef key, UUID portingId, OperatorCode servedBy, Instant at)
            implements PortingEvent {

        @Override
        public UUID aggregateId() {
            return portingId;
        }
    }

    /** The porting ended and the number stays where it was. */
    record PortingEnded(SubjectRef key, UUID portingId, Reason reason) implements PortingEvent {

        @Override
        public UUID aggregateId() {
            return portingId;
        }

        /** Why a number was not ported. */
        public enum Reason {
            REJECTED_BY_DONOR,
            IDENTITY_REFUSED,
            SUBJECT_MISMATCH,
            CANCELLED,
            EXPIRED
        }
    }

    /** A number's subscriber has forbidden that it leaves. */
    record PortLockSet(SubjectRef key, UUID lockId) implements PortingEvent {

        @Override
        public UUID aggregateId() {
            return lockId;
        }
    }

    /** A number may leave again. */
    record PortLockLifted(SubjectRef key, UUID lockId) implements PortingEvent {

        @Override
        public UUID aggregateId() {
            return lockId;
        }
    }
}
