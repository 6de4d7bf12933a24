package bg.telenor.consent.rights;

import bg.telenor.events.rights.RightsAnswerEvent;
import bg.telenor.kit.inbox.Inbox;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the services' answers to requests. */
@ApplicationScoped
class AnswerConsumer {

    private final Inbox inbox;
    private final RightsRequests requests;

    AnswerConsumer(Inbox inbox, RightsRequests requests) {
        this.inbox = inbox;
        this.requests = requests;
    }

    @Incoming(RightsAnswerEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "consent-rights-answers",
                record,
                RightsAnswerEvent.class,
                event -> requests.answered(event.source(), event.data()));
    }
}
