package bg.telenor.events.holdings;

import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * What consent-service says on topic {@code holdings}: which person has which number, in what
 * capacity, from when until when. The key is the number's reference.
 */
public sealed interface HoldingEvent extends PublishedEvent {

    String TOPIC = "holdings";

    /** In what capacity a person has to do with a number. */
    enum Capacity {
        SUBSCRIBER,
        USER,
        REPRESENTATIVE,
        CONTACT,
        GUARDIAN,
        DEBTOR,
        HEIR
    }

    UUID holdingId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return holdingId();
    }

    /** A person has a number from now on, or from then. */
    record HoldingOpened(
            SubjectRef key, UUID holdingId, SubjectRef person, Capacity capacity, Instant from)
            implements HoldingEvent {}

    /** A holding ended; {@code until} is exclusive. */
    record HoldingClosed(SubjectRef key, UUID holdingId, Instant until) implements HoldingEvent {}
}
