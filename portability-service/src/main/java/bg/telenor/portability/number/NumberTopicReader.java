package bg.telenor.portability.number;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import bg.telenor.kit.value.Msisdn;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Fills the {@link NumberMap} of this replica from all partitions of the compacted topic: no group,
 * no committed offset, from the beginning at every start.
 */
@ApplicationScoped
class NumberTopicReader {

    private static final long PAUSE_SECONDS = 1;

    private final NumberMap map;
    private final NumbersConfig config;
    private final Map<String, Object> kafka;
    private final EventCodec codec = new EventCodec();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean caughtUp;
    private volatile KafkaConsumer<String, String> current;

    NumberTopicReader(
            NumberMap map,
            NumbersConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.map = map;
        this.config = config;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("numbers-reader").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** Whether everything that was on the topic at the start has been read. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    private void run() {
        while (!stopped(0)) {
            try (var consumer = consumer()) {
                current = consumer;
                read(consumer);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                // Whatever it was: a replica that stopped reading would answer wrong for ever.
                Log.warnf(
                        "topic numbers cannot be read: %s; trying again",
                        e.getClass().getSimpleName());
                stopped(PAUSE_SECONDS);
            }
        }
    }

    private void read(KafkaConsumer<String, String> consumer) {
        var partitions =
                consumer.partitionsFor(NumberEvent.TOPIC).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            stopped(PAUSE_SECONDS);
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!stopped(0)) {
            consumer.poll(config.poll()).forEach(this::apply);
            if (!caughtUp
                    && ends.entrySet().stream()
                            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                caughtUp = true;
                Log.infof("numbers are known: %d partitions read", partitions.size());
            }
        }
    }

    private void apply(ConsumerRecord<String, String> record) {
        try {
            if (record.value() == null) {
                map.remove(new Msisdn(record.key()));
                return;
            }
            codec.decode(record.value(), NumberEvent.class)
                    .ifPresent(
                            event -> {
                                switch (event.data()) {
                                    case NumberServed served -> map.put(served);
                                }
                            });
        } catch (UndecodableEvent | IllegalArgumentException e) {
            Log.errorf(
                    "topic numbers, partition %d, offset %d is no event: skipped",
                    record.partition(), record.offset());
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
