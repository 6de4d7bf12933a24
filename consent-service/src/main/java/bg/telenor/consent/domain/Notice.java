package bg.telenor.consent.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * What a person has to be told, such as that data about them came from others (GDPR art. 14).
 *
 * <pre>
 * Owed ──→ Announced → Delivered
 *   │          ↑
 *   └→ NoAddress
 * </pre>
 */
public sealed interface Notice {

    Facts facts();

    /** Text and address are there; the notifier is told to fetch them. */
    default Announced announce(Instant at) {
        throw new IllegalMove(this, "announce");
    }

    /** There is no way to reach the person yet; the notice stays owed. */
    default NoAddress missAddress(Instant at) {
        throw new IllegalMove(this, "miss the address of");
    }

    /** The notifier has it. */
    default Delivered deliver(Instant at) {
        throw new IllegalMove(this, "deliver");
    }

    /** What it is about. */
    enum Template {
        INDIRECT_COLLECTION,
        IDENTITY_CHECKED,
        RIGHTS_REQUEST_DONE,
        /** GDPR art. 18(3): before processing goes on. */
        RESTRICTION_TO_BE_LIFTED,
        /** Another operator asks for a number; its subscriber can say no. */
        PORT_OUT_REQUESTED,
        PORT_OUT_SCHEDULED,
        PORT_LOCK_SET,
        PORT_LOCK_LIFTED
    }

    /** In which it is written. */
    enum Language {
        BG,
        EN
    }

    /**
     * What never changes.
     *
     * @param person whom it is for; the number's reference while nobody is known to hold it
     * @param tellBy when the law wants it told
     */
    record Facts(UUID id, SubjectRef person, Template template, Language language, Instant tellBy) {

        public Facts {
            requireNonNull(id, "id is null");
            requireNonNull(person, "person is null");
            requireNonNull(template, "template is null");
            requireNonNull(language, "language is null");
            requireNonNull(tellBy, "tellBy is null");
        }
    }

    record Owed(Facts facts) implements Notice {

        @Override
        public Announced announce(Instant at) {
            return new Announced(facts, at);
        }

        @Override
        public NoAddress missAddress(Instant at) {
            return new NoAddress(facts, at);
        }
    }

    record NoAddress(Facts facts, Instant at) implements Notice {

        @Override
        public Announced announce(Instant announcedAt) {
            return new Announced(facts, announcedAt);
        }

        @Override
        public NoAddress missAddress(Instant again) {
            return this;
        }
    }

    record Announced(Facts facts, Instant at) implements Notice {

        @Override
        public Delivered deliver(Instant deliveredAt) {
            return new Delivered(facts, deliveredAt);
        }
    }

    record Delivered(Facts facts, Instant at) implements Notice {}
}
