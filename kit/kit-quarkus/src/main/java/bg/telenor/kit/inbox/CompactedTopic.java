package bg.telenor.kit.inbox;

import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import io.quarkus.logging.Log;
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
 * A compacted topic that every replica keeps in memory: read from all its partitions, from the
 * beginning at every start, without a group or committed offsets, and for as long as the service
 * runs.
 */
public final class CompactedTopic {

    /** Who keeps in memory what the topic says; called by one thread. */
    public interface Keeper {

        /**
         * Takes in a record; a value of null ends what was said of its key.
         *
         * @throws UndecodableEvent when it is no event of the topic, which is then skipped
         * @throws IllegalArgumentException likewise
         */
        void take(ConsumerRecord<String, String> record) throws UndecodableEvent;

        /** All that was on the topic at a moment has been taken in. */
        void knownUntil(Instant moment);
    }

    private static final long PAUSE_SECONDS = 1;

    /** How long the broker may take to say how far the topic goes. */
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

    private final String name;
    private final Map<String, Object> kafka;
    private final Duration poll;
    private final Duration endsEvery;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile KafkaConsumer<String, String> current;

    /**
     * @param kafka how the broker is reached
     * @param poll how long one poll waits; a lost broker is noticed no sooner
     * @param endsEvery how often the topic's end is asked for, to know that nothing was missed
     */
    public CompactedTopic(
            String name,
            Map<String, Object> kafka,
            Duration poll,
            Duration endsEvery,
            Clock clock) {
        this.name = name;
        this.kafka = Map.copyOf(kafka);
        this.poll = poll;
        this.endsEvery = endsEvery;
        this.clock = clock;
    }

    /** Reads in a thread of its own until it is stopped. */
    public void start(Keeper keeper) {
        Thread.ofPlatform().name(name + "-reader").daemon().start(() -> run(keeper));
    }

    public void stop() {
        stop.countDown();
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run(Keeper keeper) {
        while (!stopped(0)) {
            try (var consumer = consumer()) {
                current = consumer;
                read(consumer, keeper);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                // Whatever it was: a replica that stopped reading would be wrong for ever.
                Log.warnf(
                        "topic %s cannot be read: %s; trying again",
                        name, e.getClass().getSimpleName());
                stopped(PAUSE_SECONDS);
            }
        }
    }

    private void read(KafkaConsumer<String, String> consumer, Keeper keeper) {
        var partitions =
                consumer.partitionsFor(name).stream()
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
            consumer.poll(poll).forEach(record -> take(record, keeper));
            if (ends.reachedBy(consumer)) {
                keeper.knownUntil(ends.at());
                ends = later(ends, consumer);
            }
        }
    }

    /** The topic's ends anew, unless they were just asked for or the broker does not say. */
    private Ends later(Ends before, KafkaConsumer<String, String> consumer) {
        var now = clock.instant();
        if (now.isBefore(before.at().plus(endsEvery))) {
            return before;
        }
        try {
            return new Ends(now, consumer.endOffsets(before.offsets().keySet(), ENDS_WITHIN));
        } catch (TimeoutException e) {
            return before;
        }
    }

    private void take(ConsumerRecord<String, String> record, Keeper keeper) {
        try {
            keeper.take(record);
        } catch (UndecodableEvent | IllegalArgumentException e) {
            Log.errorf(
                    "topic %s, partition %d, offset %d is no event: skipped",
                    name, record.partition(), record.offset());
        }
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
