package bg.telenor.launcher;

import bg.telenor.events.Topic;
import bg.telenor.launcher.process.Place;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Hands parked events to the consumer that parked them, in their order and under their ids. The
 * consumer checks them anew; what still cannot be handled is parked again, for the next replay.
 */
final class Replay {

    private static final String GROUP = "suite-replay";
    private static final String REPLAY_FOR = "replay-for";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, Object> settings;

    Replay(Place place) {
        settings =
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + place.ports().kafka(),
                        "group.id",
                        GROUP,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "default.api.timeout.ms",
                        10_000);
    }

    /**
     * @param topicOrNull one topic, or all
     */
    void run(String topicOrNull) {
        var topics =
                Stream.of(Topic.values())
                        .filter(t -> topicOrNull == null || t.topicName().equals(topicOrNull))
                        .toList();
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("there is no topic " + topicOrNull);
        }
        var deserializer = new StringDeserializer();
        var serializer = new StringSerializer();
        try (var consumer = new KafkaConsumer<>(settings, deserializer, deserializer);
                var producer =
                        new KafkaProducer<>(
                                Map.<String, Object>of(
                                        "bootstrap.servers", settings.get("bootstrap.servers")),
                                serializer,
                                serializer)) {
            for (var topic : topics) {
                System.out.printf(
                        "%-16s %d replayed%n",
                        topic.topicName(), replay(topic, consumer, producer));
            }
        }
    }

    private static int replay(
            Topic topic,
            KafkaConsumer<String, String> consumer,
            KafkaProducer<String, String> producer) {
        var partitions =
                consumer.partitionsFor(topic.deadLetterName()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        var parked = new ArrayList<ConsumerRecord<String, String>>();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            for (var record : consumer.poll(PATIENCE)) {
                // What is parked again meanwhile waits for the next replay.
                if (record.offset() < ends.get(partition(record))) {
                    parked.add(record);
                }
            }
        }
        // In the order of parking: what failed a second time lies behind what came after it.
        parked.sort(Comparator.comparingLong(Replay::place));
        var replayed = parked.stream().filter(p -> handOver(topic, p, producer)).count();
        ends.forEach(
                (partition, end) ->
                        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(end))));
        return (int) replayed;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static long place(ConsumerRecord<?, ?> parked) {
        var seq = parked.headers().lastHeader("seq");
        return seq == null ? 0 : Long.parseLong(new String(seq.value(), StandardCharsets.UTF_8));
    }

    private static boolean handOver(
            Topic topic,
            ConsumerRecord<String, String> parked,
            KafkaProducer<String, String> producer) {
        var consumer = parked.headers().lastHeader("consumer");
        if (consumer == null || parked.value() == null) {
            return false;
        }
        var record = new ProducerRecord<>(topic.topicName(), parked.key(), parked.value());
        record.headers().add(REPLAY_FOR, consumer.value());
        try {
            producer.send(record).get();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("not handed over: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replaying", e);
        }
    }
}
