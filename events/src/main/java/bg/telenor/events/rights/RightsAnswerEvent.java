package bg.telenor.events.rights;

import bg.telenor.kit.event.Jwe;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
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

    /** A record that stays; its ground is the catalogue's, by purpose. */
    record Retained(UUID recordId, RecordType record, Purpose purpose, LocalDate until) {}
}
