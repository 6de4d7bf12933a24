package bg.telenor.identity.reference;

import bg.telenor.events.holdings.HoldingEvent;
import bg.telenor.kit.inbox.Inbox;
import bg.telenor.kit.projection.Holdings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears who has which number, so that a person's can be counted. */
@ApplicationScoped
class HoldingConsumer {

    private final Inbox inbox;
    private final Holdings holdings;

    HoldingConsumer(Inbox inbox, Holdings holdings) {
        this.inbox = inbox;
        this.holdings = holdings;
    }

    @Incoming(HoldingEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "identity-holdings",
                record,
                HoldingEvent.class,
                event -> holdings.heard(event.data()));
    }
}
