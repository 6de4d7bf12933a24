package bg.telenor.pay.link;

import bg.telenor.events.holdings.HoldingEvent;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.kit.inbox.Inbox;
import bg.telenor.kit.projection.Holdings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears who has which number; a link ends with its holding. */
@ApplicationScoped
class HoldingConsumer {

    private final Inbox inbox;
    private final Holdings holdings;
    private final StoreLinks links;

    HoldingConsumer(Inbox inbox, Holdings holdings, StoreLinks links) {
        this.inbox = inbox;
        this.holdings = holdings;
        this.links = links;
    }

    @Incoming(HoldingEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "pay-holdings",
                record,
                HoldingEvent.class,
                event -> {
                    holdings.heard(event.data());
                    switch (event.data()) {
                        case HoldingOpened opened -> {}
                        case HoldingClosed closed ->
                                links.endWith(closed.holdingId(), closed.until());
                    }
                });
    }
}
