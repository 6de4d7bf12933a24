package bg.telenor.consent.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * What a person agreed to, for one purpose (GDPR art. 7).
 *
 * <pre>
 * Given → Withdrawn
 * </pre>
 *
 * Who changes their mind again gives another consent.
 */
public sealed interface Consent {

    Agreement agreement();

    /** As easy as giving: nothing but the wish is asked for (art. 7(3)). */
    default Withdrawn withdraw(Channel channel, Instant at) {
        throw new IllegalMove(this, "withdraw");
    }

    /** Where a person said so. */
    enum Channel {
        SHOP,
        WEB,
        APP,
        CALL_CENTRE
    }

    /**
     * What was agreed to; it never changes.
     *
     * @param subject the person, or the number that the consent is limited to
     * @param holdingId by which the person has the number, or null when it is about the person
     */
    record Agreement(
            UUID id,
            SubjectRef person,
            SubjectRef subject,
            UUID holdingId,
            Purpose purpose,
            Channel channel,
            TextVersion text,
            Instant givenAt) {

        public Agreement {
            requireNonNull(id, "id is null");
            requireNonNull(person, "person is null");
            requireNonNull(subject, "subject is null");
            requireNonNull(purpose, "purpose is null");
            requireNonNull(channel, "channel is null");
            requireNonNull(text, "text is null");
            requireNonNull(givenAt, "givenAt is null");
        }
    }

    record Given(Agreement agreement) implements Consent {

        @Override
        public Withdrawn withdraw(Channel channel, Instant at) {
            return new Withdrawn(agreement, channel, at);
        }
    }

    record Withdrawn(Agreement agreement, Channel channel, Instant at) implements Consent {}
}
