package bg.telenor.events.identity;

import bg.telenor.kit.event.Jws;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.SignedEvent;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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

    /**
     * The code of one of our shops: of a place, and of nobody. No telephone or personal number
     * fits.
     */
    record Shop(@JsonValue String value) {

        @JsonCreator
        public Shop {
            if (value == null || !value.matches("(?!.*[0-9]{7})[A-Z0-9-]{2,20}")) {
                throw new IllegalArgumentException(
                        "shop must be 2 to 20 capital letters, hyphens or digits, 6 in a row at most");
            }
        }
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
     * The register was asked about a person at a counter, and told of them: the person is to hear
     * of it, wherever they are.
     */
    record IdentityChecked(SubjectRef key, UUID referenceId, UUID caseId, Shop shop, Instant at)
            implements IdentityEvent {}

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
