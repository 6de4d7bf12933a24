package bg.telenor.consent.occasions;

import bg.telenor.consent.notices.Notices;
import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.events.identity.IdentityEvent.IdentityChecked;
import bg.telenor.events.identity.IdentityEvent.IdentityConfirmed;
import bg.telenor.events.identity.IdentityEvent.IdentityRefused;
import bg.telenor.events.identity.IdentityEvent.IdentityWithdrawn;
import bg.telenor.events.identity.IdentityEvent.MinorFound;
import bg.telenor.kit.inbox.Inbox;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears about whom the register was asked at a counter, since they are to hear of it too. */
@ApplicationScoped
class CheckConsumer {

    private final Inbox inbox;
    private final Notices notices;

    CheckConsumer(Inbox inbox, Notices notices) {
        this.inbox = inbox;
        this.notices = notices;
    }

    @Incoming(IdentityEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "consent-identity",
                record,
                IdentityEvent.class,
                event -> {
                    switch (event.data()) {
                        case IdentityChecked checked -> notices.checked(checked);
                        // What became of it is the case's.
                        case IdentityConfirmed confirmed -> {}
                        case IdentityRefused refused -> {}
                        case IdentityWithdrawn withdrawn -> {}
                        case MinorFound minor -> {}
                    }
                });
    }
}
