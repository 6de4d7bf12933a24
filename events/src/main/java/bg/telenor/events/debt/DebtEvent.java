package bg.telenor.events.debt;

import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/** What debt-check-service says on topic {@code debt}. */
public sealed interface DebtEvent extends PublishedEvent {

    String TOPIC = "debt";

    UUID checkId();

    UUID caseId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return checkId();
    }

    @Override
    default UUID caseOrNull() {
        return caseId();
    }

    /** All that could be known is known; a debt changes the offer, never the contract. */
    record DebtCheckDecided(
            SubjectRef key, UUID checkId, UUID caseId, Outcome outcome, Instant decidedAt)
            implements DebtEvent {

        /** INCOMPLETE: no debt is known, and not every operator answered. */
        public enum Outcome {
            CLEAR,
            DEBT_FOUND,
            INCOMPLETE
        }
    }

    /** The check ended without a decision. */
    record DebtCheckEnded(SubjectRef key, UUID checkId, UUID caseId, Reason reason)
            implements DebtEvent {

        /** Why nothing was decided. */
        public enum Reason {
            EXPIRED,
            CANCELLED,
            IDENTITY_REFUSED,
            SUBJECT_MISMATCH
        }
    }
}
