package bg.telenor.debtcheck.check;

import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.events.identity.IdentityEvent.IdentityWithdrawn;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.inbox.Inbox;
import bg.telenor.kit.projection.CaseIdentities;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Lets checks go on, or ends them, when it is known who the person of their case is. */
@ApplicationScoped
class IdentityConsumer {

    private final Inbox inbox;
    private final CaseIdentities identities;
    private final DebtChecks checks;

    IdentityConsumer(Inbox inbox, CaseIdentities identities, DebtChecks checks) {
        this.inbox = inbox;
        this.identities = identities;
        this.checks = checks;
    }

    @Incoming(IdentityEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "debt-check-identity",
                record,
                IdentityEvent.class,
                event -> {
                    identities.heard(event.data());
                    if (event.data() instanceof IdentityWithdrawn withdrawn
                            && withdrawn.role() == Role.USER) {
                        checks.identityWithdrawn(withdrawn.caseId(), withdrawn.key());
                    }
                    checks.identityHeard(event.data().caseId());
                });
    }
}
