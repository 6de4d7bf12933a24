package bg.telenor.consent.occasions;

import bg.telenor.consent.domain.Notice.Template;
import bg.telenor.consent.notices.Notices;
import bg.telenor.events.porting.PortingEvent;
import bg.telenor.events.porting.PortingEvent.PortLockLifted;
import bg.telenor.events.porting.PortingEvent.PortLockSet;
import bg.telenor.events.porting.PortingEvent.PortOutAsked;
import bg.telenor.events.porting.PortingEvent.PortingCompleted;
import bg.telenor.events.porting.PortingEvent.PortingEnded;
import bg.telenor.events.porting.PortingEvent.PortingRequested;
import bg.telenor.events.porting.PortingEvent.PortingScheduled;
import bg.telenor.kit.inbox.Inbox;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears which numbers are to leave us or may not, since their subscribers are to hear of it. */
@ApplicationScoped
class PortingConsumer {

    private final Inbox inbox;
    private final Notices notices;

    PortingConsumer(Inbox inbox, Notices notices) {
        this.inbox = inbox;
        this.notices = notices;
    }

    @Incoming(PortingEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once("consent-porting", record, PortingEvent.class, event -> tell(event.data()));
    }

    private void tell(PortingEvent event) {
        var number = event.key();
        var about = event.aggregateId();
        switch (event) {
            case PortOutAsked asked ->
                    notices.ofNumber(
                            Template.PORT_OUT_REQUESTED,
                            number,
                            about,
                            asked.recipient(),
                            asked.objectUntil());
            case PortingScheduled scheduled -> scheduled(scheduled);
            case PortLockSet set ->
                    notices.ofNumber(Template.PORT_LOCK_SET, number, about, null, null);
            case PortLockLifted lifted ->
                    notices.ofNumber(Template.PORT_LOCK_LIFTED, number, about, null, null);
            // The person asked for these, or sees them.
            case PortingRequested requested -> {}
            case PortingCompleted completed -> {}
            case PortingEnded ended -> {}
        }
    }

    private void scheduled(PortingScheduled event) {
        if (event.leavesFor() != null) {
            notices.ofNumber(
                    Template.PORT_OUT_SCHEDULED,
                    event.key(),
                    event.portingId(),
                    event.leavesFor(),
                    event.windowFrom());
        }
    }
}
