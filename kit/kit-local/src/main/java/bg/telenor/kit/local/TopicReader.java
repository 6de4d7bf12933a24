package bg.telenor.kit.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads topics from their beginnings, without a group, and writes to them. */
final class TopicReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private TopicReader() {}

    static List<TopicRecord> all(String topic, Predicate<TopicRecord> wanted) {
        try (var consumer = consumer(topic)) {
            var ends = consumer.endOffsets(consumer.assignment());
            var found = new ArrayList<TopicRecord>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(PATIENCE)) {
                    var read = read(record);
                    if (wanted.test(read)) {
                        found.add(read);
                    }
                }
            }
            return found;
        }
    }

    static TopicRecord await(String topic, Predicate<TopicRecord> wanted, Duration patience) {
        var end = Instant.now().plus(patience);
        try (var consumer = consumer(topic)) {
            while (Instant.now().isBefore(end)) {
                for (var record : consumer.poll(PATIENCE)) {
                    var read = read(record);
                    if (wanted.test(read)) {
                        return read;
                    }
                }
            }
        }
        throw new AssertionError("nothing like it came on " + topic + " within " + patience);
    }

    static void send(String broker, String topic, String key, String text) {
        var settings = Map.<String, Object>of("bootstrap.servers", broker);
        var serializer = new StringSerializer();
        try (var producer = new KafkaProducer<>(settings, serializer, serializer)) {
            producer.send(new ProducerRecord<>(topic, key, text)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not sent to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending to " + topic, e);
        }
    }

    private static KafkaConsumer<String, String> consumer(String topic) {
        var deserializer = new StringDeserializer();
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", Suite.bootstrapServers(), "enable.auto.commit", false);
        var consumer = new KafkaConsumer<>(settings, deserializer, deserializer);
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static TopicRecord read(ConsumerRecord<String, String> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.key(),
                                        new String(header.value(), StandardCharsets.UTF_8)));
        return new TopicRecord(record.key(), json(record.value()), record.value(), headers);
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
