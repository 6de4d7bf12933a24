package bg.telenor.events.identity;

import bg.telenor.kit.event.Jws;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.SignedEvent;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/** What identity-service says on topic {@code identity}. */
public sealed interface IdentityEvent extends PublishedEvent {

    String TOPIC = "identity";

    /** In what capacity a person takes part in a case. */
    enum Role {
        USER,
        REPRESENTATIVE,
        CONTACT,
        GUARDIAN
    }

    UUID referenceId();

    UUID caseId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return referenceId();
    }

    @Override
    default UUID caseOrNull() {
        return caseId();
    }

    /** The register confirmed who the person of a case is; good until {@code freshUntil}. */
    record IdentityConfirmed(
            SubjectRef key,
            UUID referenceId,
            UUID caseId,
            Purpose purpose,
            Role role,
            Instant confirmedAt,
            Instant freshUntil,
            Jws signature)
            implements IdentityEvent, SignedEvent<IdentityConfirmed> {

        @Override
        public IdentityConfirmed signed(Jws by) {
            return new IdentityConfirmed(
                    key, referenceId, caseId, purpose, role, confirmedAt, freshUntil, by);
        }
    }

    /** The register did not confirm who the person of a case is. */
    record IdentityRefused(SubjectRef key, UUID referenceId, UUID caseId, Role role, Reason reason)
            implements IdentityEvent {

        /** Why a reference was refused. */
        public enum Reason {
            NOT_FOUND,
            MISMATCH,
            DOCUMENT_NOT_VALID,
            PERSON_DECEASED,
            GUARDIAN_REQUIRED,
            REGISTER_REFUSED,
            NO_ANSWER,
            EXPIRED
        }
    }

    /**
     * What was said of a reference does not hold any more: its case was asked about the wrong
     * person. Nobody is to rely on it from here on.
     */
    record IdentityWithdrawn(SubjectRef key, UUID referenceId, UUID caseId, Role role)
            implements IdentityEvent {}

    /** The register says that a person is a minor, and no guardian is confirmed on the case. */
    record MinorFound(SubjectRef key, UUID referenceId, UUID caseId, Role role)
            implements IdentityEvent {}
}
