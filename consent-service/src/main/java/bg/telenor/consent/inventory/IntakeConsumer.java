package bg.telenor.consent.inventory;

import bg.telenor.consent.notices.Notices;
import bg.telenor.events.intake.IntakeEvent;
import bg.telenor.events.intake.IntakeEvent.DataDisclosed;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.kit.inbox.Inbox;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what all services keep: into the inventory, and owed a notice where it came from others.
 */
@ApplicationScoped
class IntakeConsumer {

    private final Inbox inbox;
    private final Inventory inventory;
    private final Notices notices;

    IntakeConsumer(Inbox inbox, Inventory inventory, Notices notices) {
        this.inbox = inbox;
        this.inventory = inventory;
        this.notices = notices;
    }

    @Incoming(IntakeEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "consent-intake",
                record,
                IntakeEvent.class,
                event -> {
                    switch (event.data()) {
                        case DataReceived received -> {
                            if (inventory.received(received, event.source())) {
                                notices.received(received);
                            }
                        }
                        case DataErased erased -> {
                            inventory.erased(erased, event.source());
                            notices.erased(erased);
                        }
                        case DataDisclosed disclosed -> inventory.disclosed(event.id(), disclosed);
                    }
                });
    }
}
