package bg.telenor.portability.portin;

import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.kit.inbox.Inbox;
import bg.telenor.kit.projection.CaseIdentities;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears whose identity is confirmed, and lets the portings go on that wait for it. */
@ApplicationScoped
class IdentityConsumer {

    private final Inbox inbox;
    private final CaseIdentities identities;
    private final PortIns portIns;

    IdentityConsumer(Inbox inbox, CaseIdentities identities, PortIns portIns) {
        this.inbox = inbox;
        this.identities = identities;
        this.portIns = portIns;
    }

    @Incoming(IdentityEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "portability-identity",
                record,
                IdentityEvent.class,
                event -> {
                    identities.heard(event.data());
                    portIns.identityHeard(event.data().caseId());
                });
    }
}
