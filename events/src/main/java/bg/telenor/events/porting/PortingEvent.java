package bg.telenor.events.porting;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** What portability-service says on topic {@code porting}, of each number by itself. */
public sealed interface PortingEvent extends PublishedEvent {

    String TOPIC = "porting";

    UUID portingId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return portingId();
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
        public UUID caseOrNull() {
            return caseId;
        }
    }

    /** Donor and recipient agreed on the window in which the number moves. */
    record PortingScheduled(SubjectRef key, UUID portingId, Instant windowFrom)
            implements PortingEvent {}

    /** The number has moved. */
    record PortingCompleted(SubjectRef key, UUID portingId, OperatorCode servedBy, Instant at)
            implements PortingEvent {}

    /** The porting ended and the number stays where it was. */
    record PortingEnded(SubjectRef key, UUID portingId, Reason reason) implements PortingEvent {

        /** Why a number was not ported. */
        public enum Reason {
            REJECTED_BY_DONOR,
            IDENTITY_REFUSED,
            SUBJECT_MISMATCH,
            CANCELLED,
            EXPIRED
        }
    }
}
