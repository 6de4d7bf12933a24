package bg.telenor.kit.inbox;

import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.SignedEvent;
import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.work.KillPoint;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Events are handled once: the handler's writes and the event's id commit together. What can never
 * be handled is parked on the dead-letter topic, and so are the key's later events until replay;
 * what fails for want of infrastructure is tried again in place. A signed event is handed on only
 * when its writer's signature holds.
 */
@ApplicationScoped
public class Inbox {

    private final EventCodec codec = new EventCodec();
    private final InboxRows rows;
    private final InboxDays days;
    private final DeadLetters deadLetters;
    private final WriterSignatures signatures;
    private final Persistence persistence;
    private final PartnerRows partnerRows;
    private final Clock clock;

    Inbox(
            InboxRows rows,
            InboxDays days,
            DeadLetters deadLetters,
            WriterSignatures signatures,
            Persistence persistence,
            PartnerRows partnerRows,
            Clock clock) {
        this.rows = rows;
        this.days = days;
        this.deadLetters = deadLetters;
        this.signatures = signatures;
        this.persistence = persistence;
        this.partnerRows = partnerRows;
        this.clock = clock;
    }

    /**
     * Runs the handler in a transaction of its own unless this consumer has had the event before,
     * its type is unknown here, or its subject was erased after it happened.
     *
     * @param consumer a stable name, unique within the service
     */
    public <T extends PublishedEvent> void once(
            String consumer,
            ConsumerRecord<String, String> record,
            Class<T> topic,
            Consumer<EventEnvelope<T>> handler) {
        var delivery = new Delivery(consumer, record);
        if (delivery.isForAnother() || record.value() == null) {
            return;
        }
        try {
            codec.decode(record.value(), topic)
                    .ifPresent(event -> receive(delivery, event, handler));
        } catch (UndecodableEvent e) {
            Log.errorf("%s: %s", delivery, e.getMessage());
            setAside(delivery, null, "UNDECODABLE");
        }
    }

    /**
     * Whether an event is signed by its topic's writer: for consumers of compacted topics, who read
     * all of it at every start and have no inbox.
     */
    public boolean isOfItsWriter(String topic, SignedEvent<?> event) {
        return signatures.holds(topic, event);
    }

    private <T extends PublishedEvent> void receive(
            Delivery delivery, EventEnvelope<T> event, Consumer<EventEnvelope<T>> handler) {
        if (event.data() instanceof SignedEvent<?> signed
                && !signatures.holds(delivery.topic(), signed)) {
            Log.errorf("%s: event %s is not signed by its writer", delivery, event.id());
            setAside(delivery, event, "NOT_SIGNED_BY_ITS_WRITER");
            return;
        }
        try {
            persistence.insist(
                    delivery.toString(),
                    () -> {
                        days.open(InboxRows.day(event));
                        inTransaction(() -> handle(delivery, event, handler));
                    });
        } catch (Persistence.Stopping e) {
            throw e;
        } catch (RuntimeException e) {
            var reason = Persistence.nameOf(e);
            Log.errorf("%s: event %s failed for good: %s", delivery, event.id(), reason);
            persistence.insist(
                    delivery.toString(),
                    () -> inTransaction(() -> deadLetters.park(delivery, event, reason)));
        }
    }

    private <T extends PublishedEvent> void handle(
            Delivery delivery, EventEnvelope<T> event, Consumer<EventEnvelope<T>> handler) {
        var standing = rows.standing(delivery, event.id());
        switch (standing) {
            case FREE, NEXT -> {
                if (standing == InboxRows.Standing.FREE && isTooOld(delivery, event)) {
                    deadLetters.setAside(delivery, event, "TOO_OLD");
                } else if (rows.isNew(delivery.consumer(), event)) {
                    effect(delivery, event, handler);
                }
                if (standing == InboxRows.Standing.NEXT) {
                    rows.release(delivery.consumer(), event.id());
                }
            }
            case BEHIND -> {
                if (!rows.isHandled(delivery.consumer(), event)) {
                    deadLetters.park(delivery, event, "BEHIND_A_PARKED_EVENT");
                }
            }
            case PARKED -> Log.debugf("%s: event %s is parked already", delivery, event.id());
        }
    }

    private <T extends PublishedEvent> void effect(
            Delivery delivery, EventEnvelope<T> event, Consumer<EventEnvelope<T>> handler) {
        if (rows.isErasedSince(event)) {
            Log.infof("%s: event %s is older than an erasure", delivery, event.id());
            return;
        }
        handler.accept(event);
        KillPoint.MID_CONSUME.reached();
    }

    private boolean isTooOld(Delivery delivery, EventEnvelope<?> event) {
        return event.time().isBefore(clock.instant().minus(delivery.life()).minus(InboxDays.GRACE));
    }

    private void setAside(Delivery delivery, EventEnvelope<?> event, String reason) {
        persistence.insist(
                delivery.toString(),
                () -> inTransaction(() -> deadLetters.setAside(delivery, event, reason)));
    }

    private void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            partnerRows.all();
                            work.run();
                        });
    }
}
