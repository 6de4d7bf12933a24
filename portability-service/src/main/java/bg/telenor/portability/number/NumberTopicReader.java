package bg.telenor.portability.number;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import bg.telenor.kit.value.Msisdn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
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
import java.util.Optional;
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
 * Fills the {@link NumberMap} of this replica from all partitions of the compacted topic: no group,
 * no committed offset, from the beginning at every start.
 */
@ApplicationScoped
class NumberTopicReader {

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

    private final NumberMap map;
    private final NumbersConfig config;
    private final Map<String, Object> kafka;
    private final Clock clock;
    private final EventCodec codec = new EventCodec();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Instant knownUntil;
    private volatile KafkaConsumer<String, String> current;

    NumberTopicReader(
            NumberMap map,
            NumbersConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics,
            Clock clock) {
        this.map = map;
        this.config = config;
        this.kafka = kafka;
        this.clock = clock;
        TimeGauge.builder(
                        "numbers.staleness", this, TimeUnit.MILLISECONDS, NumberTopicReader::millis)
                .description("For how long changes of numbers may have gone unnoticed here")
                .register(metrics);
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

    /**
     * For how long changes may have gone unnoticed here; empty before everything that was on the
     * topic at the start has been read.
     */
    Optional<Duration> staleness() {
        return Optional.ofNullable(knownUntil).map(at -> Duration.between(at, clock.instant()));
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
        var ends = new Ends(clock.instant(), consumer.endOffsets(partitions));
        while (!stopped(0)) {
            consumer.poll(config.poll()).forEach(this::apply);
            if (ends.reachedBy(consumer)) {
                reached(ends);
                ends = later(ends, consumer);
            }
        }
    }

    private void reached(Ends ends) {
        if (knownUntil == null) {
            Log.infof("numbers are known: %d partitions read", ends.offsets().size());
        }
        knownUntil = ends.at();
    }

    /** The topic's ends anew, unless they were just asked for or the broker does not say. */
    private Ends later(Ends before, KafkaConsumer<String, String> consumer) {
        var now = clock.instant();
        if (now.isBefore(before.at().plus(config.endsEvery()))) {
            return before;
        }
        try {
            return new Ends(now, consumer.endOffsets(before.offsets().keySet(), ENDS_WITHIN));
        } catch (TimeoutException e) {
            return before;
        }
    }

    private double millis() {
        return staleness().map(Duration::toMillis).map(Long::doubleValue).orElse(Double.NaN);
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
