package bg.telenor.events.intake;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What every service says on topic {@code intake} of the personal data it keeps. */
public sealed interface IntakeEvent extends PublishedEvent {

    String TOPIC = "intake";

    UUID recordId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return recordId();
    }

    /** Data about a person was kept. */
    record DataReceived(
            SubjectRef key,
            UUID recordId,
            RecordType record,
            Purpose purpose,
            Source source,
            @JsonInclude(NON_NULL) UUID caseId,
            Instant receivedAt,
            LocalDate retainUntil)
            implements IntakeEvent {

        @Override
        public UUID caseOrNull() {
            return caseId;
        }
    }

    /** Data about a person is gone: its row deleted and its key destroyed. */
    record DataErased(
            SubjectRef key, UUID recordId, RecordType record, Reason reason, Instant erasedAt)
            implements IntakeEvent {

        /** Why data went. */
        public enum Reason {
            RETENTION,
            REQUEST,
            SUPERSEDED,
            /** It was wrong, and the right data is taken in (GDPR art. 16). */
            RECTIFIED
        }
    }

    /**
     * Data about a person was given to another controller.
     *
     * @param recipient an operator's code, or that of another partner by agreement
     */
    record DataDisclosed(
            SubjectRef key,
            UUID recordId,
            RecordType record,
            Purpose purpose,
            OperatorCode recipient,
            Instant disclosedAt)
            implements IntakeEvent {}
}
