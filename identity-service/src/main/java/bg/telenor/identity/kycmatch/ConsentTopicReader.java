package bg.telenor.identity.kycmatch;

import bg.telenor.events.consent.ConsentEvent;
import bg.telenor.events.consent.ConsentEvent.ConsentState;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import bg.telenor.kit.inbox.CompactedTopic;
import bg.telenor.kit.inbox.Inbox;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Fills the {@link KycConsents} of this replica from the compacted topic. What is not signed by
 * consent-service says nothing.
 */
@ApplicationScoped
class ConsentTopicReader implements CompactedTopic.Keeper {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ENDS_EVERY = Duration.ofSeconds(10);

    private final KycConsents consents;
    private final Inbox inbox;
    private final CompactedTopic topic;
    private final EventCodec codec = new EventCodec();

    ConsentTopicReader(
            KycConsents consents,
            Inbox inbox,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Clock clock) {
        this.consents = consents;
        this.inbox = inbox;
        this.topic = new CompactedTopic(ConsentEvent.TOPIC, kafka, POLL, ENDS_EVERY, clock);
    }

    void start(@Observes StartupEvent event) {
        topic.start(this);
    }

    void stop(@Observes ShutdownEvent event) {
        topic.stop();
    }

    @Override
    public void take(ConsumerRecord<String, String> record) throws UndecodableEvent {
        if (record.value() == null) {
            consents.forget(new SubjectRef(record.key()));
            return;
        }
        codec.decode(record.value(), ConsentEvent.class)
                .ifPresent(
                        event -> {
                            switch (event.data()) {
                                case ConsentState state -> take(state);
                            }
                        });
    }

    @Override
    public void knownUntil(Instant moment) {
        consents.knownUntil(moment);
    }

    private void take(ConsentState state) {
        if (!inbox.isOfItsWriter(ConsentEvent.TOPIC, state)) {
            throw new IllegalArgumentException("not signed by its writer");
        }
        consents.heard(state);
    }
}
