package bg.telenor.kit.inbox;

import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** What a consumer could not handle goes to {@code <topic>-dlq} in the running transaction. */
@ApplicationScoped
class DeadLetters {

    private final InboxRows rows;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    DeadLetters(InboxRows rows, Outbox outbox, MeterRegistry metrics) {
        this.rows = rows;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** The event and its key wait for a replay: what comes later must not overtake it. */
    void park(Delivery delivery, EventEnvelope<?> event, String reason) {
        var seq = rows.park(delivery, event.id(), reason);
        send(delivery, delivery.record().value(), reason, Map.of("seq", Long.toString(seq)));
    }

    /**
     * The record alone is put aside, its key goes on: it is not a genuine event in time, and
     * whoever made it must not be able to stop what is said of a person.
     *
     * @param event null when it did not decode: its text, which may be anything, is not passed on
     */
    void setAside(Delivery delivery, EventEnvelope<?> event, String reason) {
        send(delivery, event == null ? null : delivery.record().value(), reason, Map.of());
    }

    private void send(Delivery delivery, String payload, String reason, Map<String, String> more) {
        var record = delivery.record();
        var headers = new HashMap<>(more);
        headers.put("consumer", delivery.consumer());
        headers.put("topic", record.topic());
        headers.put("partition", Integer.toString(record.partition()));
        headers.put("offset", Long.toString(record.offset()));
        headers.put("reason", reason);
        outbox.forward(record.topic() + "-dlq", record.key(), payload, headers);
        metrics.counter("inbox.dead.letters", "consumer", delivery.consumer()).increment();
    }
}
