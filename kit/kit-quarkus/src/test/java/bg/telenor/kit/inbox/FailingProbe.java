package bg.telenor.kit.inbox;

import bg.telenor.events.payment.PaymentEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer with a fault: it throws before the inbox has the event. */
@ApplicationScoped
class FailingProbe {

    @Incoming(PaymentEvent.TOPIC)
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        throw new IllegalStateException("EGN 7523169263");
    }
}
