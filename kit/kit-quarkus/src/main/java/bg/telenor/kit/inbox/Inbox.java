package bg.telenor.kit.inbox;

import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.event.PublishedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Events are handled once: the handler's writes and the event's id commit together. What can never
 * be handled is parked on the dead-letter topic, and so are the key's later events until replay;
 * what fails for want of infrastructure is tried again in place. A signed event is handed on only
 * when its writer's signature holds.
 */
@ApplicationScoped
public class Inbox {

    /**
     * Runs the handler in a transaction of its own unless this consumer has had the event before, its
     * type is unknown here, or its subject was erased after it happened.
     *
     * @param consumer a stable name, unique within the service
     */
    public <T extends PublishedEvent> void once(
            String consumer,
            ConsumerRecord<String, String> record,
            Class<T> topic,
            Consumer<EventEnvelope<T>> handler) {
        throw new UnsupportedOperationException();
    }
}
