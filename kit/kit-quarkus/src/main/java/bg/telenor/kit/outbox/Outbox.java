package bg.telenor.kit.outbox;

import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.SignedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events leave with the transaction that they tell of, or not at all; per key in the order of
 * commits, at least once. A {@code SignedEvent} is signed with this service's key on the way.
 */
@ApplicationScoped
public class Outbox {

    /** More than any event needs; less than brokers refuse. */
    private static final int MAX_BYTES = 256 * 1024;

    private final EventCodec codec = new EventCodec();
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRows rows;
    private final EventSigner signer;
    private final String source;
    private final Clock clock;

    Outbox(
            TransactionSynchronizationRegistry transaction,
            OutboxRows rows,
            EventSigner signer,
            @ConfigProperty(name = "quarkus.application.name") String source,
            Clock clock) {
        this.transaction = transaction;
        this.rows = rows;
        this.signer = signer;
        this.source = source;
        this.clock = clock;
    }

    /**
     * Publishes an event when the running transaction commits.
     *
     * @throws IllegalArgumentException when the event is larger than 256 KiB
     * @throws IllegalStateException when no transaction is running
     */
    public void publish(PublishedEvent event) {
        var envelope =
                EventEnvelope.of(UUID.randomUUID(), source, clock.instant(), null, signed(event));
        forward(event.topic(), event.kafkaKey(), codec.encode(envelope), Map.of());
    }

    /**
     * Publishes a tombstone: the compacted topic forgets the key.
     *
     * @throws IllegalStateException when no transaction is running
     */
    public void forget(String topic, String kafkaKey) {
        forward(topic, kafkaKey, null, Map.of());
    }

    /**
     * Sends a record as it is when the running transaction commits: for dead letters, which keep
     * the id and signature that they came with.
     *
     * @param kafkaKey or null when it had none
     * @param payload or null
     */
    public void forward(
            String topic, String kafkaKey, String payload, Map<String, String> headers) {
        if (payload != null && payload.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("event for " + topic + " is larger than 256 KiB");
        }
        pending().add(new OutboxRow(topic, kafkaKey, payload, headers, clock.instant()));
    }

    private PublishedEvent signed(PublishedEvent event) {
        return event instanceof SignedEvent<?> s && s.signature() == null
                ? s.signed(signer.sign(codec.signedContent(s)))
                : event;
    }

    private PendingEvents pending() {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("events are published in a transaction");
        }
        var pending = (PendingEvents) transaction.getResource(PendingEvents.class);
        if (pending == null) {
            rows.join();
            pending = new PendingEvents(rows);
            transaction.putResource(PendingEvents.class, pending);
            transaction.registerInterposedSynchronization(pending);
        }
        return pending;
    }
}
