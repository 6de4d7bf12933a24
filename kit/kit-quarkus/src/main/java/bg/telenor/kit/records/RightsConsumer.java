package bg.telenor.kit.records;

import bg.telenor.events.rights.RightsEvent;
import bg.telenor.events.rights.RightsEvent.AccessRequested;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.events.rights.RightsEvent.RectificationRequested;
import bg.telenor.events.rights.RightsEvent.RestrictionLifted;
import bg.telenor.events.rights.RightsEvent.RestrictionSet;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.inbox.Inbox;
import bg.telenor.kit.records.Restrictions.State;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Does what consent-service commands on behalf of a person, in every service alike. Its signature
 * is the inbox's to check; a command that has expired is not done any more.
 */
@ApplicationScoped
class RightsConsumer {

    private final Inbox inbox;
    private final AccessAnswers access;
    private final ErasureAnswers erasure;
    private final RestrictionAnswers restriction;
    private final RectificationAnswers rectification;
    private final Clock clock;

    RightsConsumer(
            Inbox inbox,
            AccessAnswers access,
            ErasureAnswers erasure,
            RestrictionAnswers restriction,
            RectificationAnswers rectification,
            Clock clock) {
        this.inbox = inbox;
        this.access = access;
        this.erasure = erasure;
        this.restriction = restriction;
        this.rectification = rectification;
        this.clock = clock;
    }

    @Incoming(RightsEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> message) {
        inbox.once("rights", message, RightsEvent.class, this::obey);
    }

    private void obey(EventEnvelope<RightsEvent> command) {
        if (!clock.instant().isBefore(command.data().expiresAt())) {
            Log.warnf("%s %s has expired", command.type(), command.data().requestId());
            return;
        }
        switch (command.data()) {
            case AccessRequested request -> access.answer(request);
            case ErasureRequested request -> erasure.answer(request, command.time());
            case RestrictionSet set -> restriction.answer(set, State.SET, command.time());
            case RestrictionLifted lifted ->
                    restriction.answer(lifted, State.LIFTED, command.time());
            case RectificationRequested request -> rectification.answer(request, command.time());
        }
    }
}
