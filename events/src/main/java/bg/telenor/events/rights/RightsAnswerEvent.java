package bg.telenor.events.rights;

import bg.telenor.kit.event.Jwe;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What each service answers on topic {@code rights-answers}; the envelope's source says which. A
 * service that keeps nothing answers too. {@code part} is the request's part.
 */
public sealed interface RightsAnswerEvent extends PublishedEvent {

    String TOPIC = "rights-answers";

    UUID requestId();

    int part();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return requestId();
    }

    /**
     * One piece of what a service keeps: at most 256 KiB of JSON, a list of records, encrypted to
     * the request's key (ECDH-ES, A256GCM).
     *
     * @param piece from 0
     * @param last whether it is the service's last piece for this part
     * @param digest of the piece's plaintext
     */
    record AccessAnswered(
            SubjectRef key,
            UUID requestId,
            int part,
            int piece,
            boolean last,
            Jwe content,
            Sha256 digest)
            implements RightsAnswerEvent {}

    /** What went, and what the law still holds back, after the keys were destroyed. */
    record ErasureAnswered(
            SubjectRef key,
            UUID requestId,
            int part,
            int erased,
            List<Retained> retained,
            Instant at)
            implements RightsAnswerEvent {

        public ErasureAnswered {
            retained = List.copyOf(retained);
        }
    }

    /**
     * A restriction was set or lifted, whichever was asked.
     *
     * @param records how many records of the window it is about, as of now
     */
    record RestrictionAnswered(SubjectRef key, UUID requestId, int part, int records, Instant at)
            implements RightsAnswerEvent {}

    /** Whose the data is to correct that the person says is wrong; nothing was changed yet. */
    record RectificationAnswered(
            SubjectRef key,
            UUID requestId,
            int part,
            Outcome outcome,
            List<Finding> findings,
            Instant at)
            implements RightsAnswerEvent {

        /** What can be done about the data. */
        public enum Outcome {
            NOTHING_HELD,
            /**
             * All of it is as a register gave it: the register corrects, and is then asked again.
             */
            NOT_OURS_TO_CORRECT,
            /** Some of it is of another origin, for a human to review. */
            TO_BE_REVIEWED
        }

        public RectificationAnswered {
            findings = List.copyOf(findings);
        }
    }

    /** How many records of a kind and origin there are. */
    record Finding(RecordType record, Source source, int records) {}

    /** A record that stays; its ground is the catalogue's, by purpose. */
    record Retained(UUID recordId, RecordType record, Purpose purpose, LocalDate until) {}
}
