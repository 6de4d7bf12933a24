package bg.telenor.kit.outbox;

import bg.telenor.kit.event.PublishedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Events leave with the transaction that they tell of, or not at all; per key in the order of
 * commits, at least once. A {@code SignedEvent} is signed with this service's key on the way.
 */
@ApplicationScoped
public class Outbox {

    /**
     * Publishes an event when the running transaction commits.
     *
     * @throws IllegalArgumentException when the event is larger than 256 KiB
     * @throws IllegalStateException when no transaction is running
     */
    public void publish(PublishedEvent event) {
        throw new UnsupportedOperationException();
    }

    /**
     * Publishes a tombstone: the compacted topic forgets the key.
     *
     * @throws IllegalStateException when no transaction is running
     */
    public void forget(String topic, String kafkaKey) {
        throw new UnsupportedOperationException();
    }
}
