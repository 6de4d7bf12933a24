package bg.telenor.identity.kycmatch;

import bg.telenor.events.consent.ConsentEvent;
import bg.telenor.events.consent.ConsentEvent.ConsentState;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import bg.telenor.kit.inbox.Inbox;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Fills the {@link KycConsents} of this replica from all partitions of the compacted topic: no
 * group, no committed offset, from the beginning at every start. What is not signed by
 * consent-service says nothing.
 */
@ApplicationScoped
class ConsentTopicReader {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_SECONDS = 1;

    /** How often, and how long at most, the broker is asked how far the topic goes. */
    private static final Duration ENDS_EVERY = Duration.ofSeconds(10);

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    /**
     * How far the topic went.
     *
     * @param at a moment at which it went no further
     */
    private record Ends(Instant at, Map<TopicPartition, Long> offsets) {

        boolean reachedBy(KafkaConsumer<?, ?> consumer) {
            return offsets.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    private final KycConsents consents;
    private final Inbox inbox;
    private final Map<String, Object> kafka;
    private final Clock clock;
    private final EventCodec codec = new EventCodec();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile KafkaConsumer<String, String> current;

    ConsentTopicReader(
            KycConsents consents,
            Inbox inbox,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Clock clock) {
        this.consents = consents;
        this.inbox = inbox;
        this.kafka = kafka;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("consents-reader").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        while (!stopped(0)) {
            try (var consumer = consumer()) {
                current = consumer;
                read(consumer);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                // Whatever it was: a replica that stopped reading would not hear of withdrawals.
                Log.warnf(
                        "topic consent cannot be read: %s; trying again",
                        e.getClass().getSimpleName());
                stopped(PAUSE_SECONDS);
            }
        }
    }

    private void read(KafkaConsumer<String, String> consumer) {
        var partitions =
                consumer.partitionsFor(ConsentEvent.TOPIC).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            stopped(PAUSE_SECONDS);
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = new Ends(clock.instant(), consumer.endOffsets(partitions));
        while (!stopped(0)) {
            consumer.poll(POLL).forEach(this::apply);
            if (ends.reachedBy(consumer)) {
                consents.knownUntil(ends.at());
                ends = later(ends, consumer);
            }
        }
    }

    /** The topic's ends anew, unless they were just asked for or the broker does not say. */
    private Ends later(Ends before, KafkaConsumer<String, String> consumer) {
        var now = clock.instant();
        if (now.isBefore(before.at().plus(ENDS_EVERY))) {
            return before;
        }
        try {
            return new Ends(now, consumer.endOffsets(before.offsets().keySet(), ENDS_WITHIN));
        } catch (TimeoutException e) {
            return before;
        }
    }

    private void apply(ConsumerRecord<String, String> record) {
        try {
            if (record.value() == null) {
                consents.forget(new SubjectRef(record.key()));
                return;
            }
            codec.decode(record.value(), ConsentEvent.class)
                    .ifPresent(
                            event -> {
                                switch (event.data()) {
                                    case ConsentState state -> apply(record, state);
                                }
                            });
        } catch (UndecodableEvent | IllegalArgumentException e) {
            skipped(record, "is no event");
        }
    }

    private void apply(ConsumerRecord<String, String> record, ConsentState state) {
        if (inbox.isOfItsWriter(ConsentEvent.TOPIC, state)) {
            consents.heard(state);
        } else {
            skipped(record, "is not signed by its writer");
        }
    }

    private static void skipped(ConsumerRecord<String, String> record, String why) {
        Log.errorf(
                "topic consent, partition %d, offset %d %s: skipped",
                record.partition(), record.offset(), why);
    }

    private KafkaConsumer<String, String> consumer() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private boolean stopped(long seconds) {
        try {
            return stop.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
