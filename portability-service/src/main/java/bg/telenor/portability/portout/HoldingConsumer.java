package bg.telenor.portability.portout;

import bg.telenor.events.holdings.HoldingEvent;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.kit.inbox.Inbox;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.portability.protection.PortLocks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears who has which number: what we check other operators' requests against, and by whom a number
 * is locked.
 */
@ApplicationScoped
class HoldingConsumer {

    private final Inbox inbox;
    private final Holdings holdings;
    private final PortLocks locks;

    HoldingConsumer(Inbox inbox, Holdings holdings, PortLocks locks) {
        this.inbox = inbox;
        this.holdings = holdings;
        this.locks = locks;
    }

    @Incoming(HoldingEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "portability-holdings",
                record,
                HoldingEvent.class,
                event -> {
                    holdings.heard(event.data());
                    if (event.data() instanceof HoldingClosed closed) {
                        locks.holdingEnds(closed.holdingId(), closed.until());
                    }
                });
    }
}
