package bg.telenor.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was said on a topic, from its beginning. */
record Events(int kafkaPort, String topic) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * An event by what tells it from others. One that was sent twice has one id: its readers take
     * it once.
     */
    record Said(String id, String key, String writer) {}

    /** All that was said of a type about one thing. */
    Set<Said> about(String subject, String type) {
        return said(
                event ->
                        event.path("subject").asText().equals(subject)
                                && event.path("type").asText().equals(type));
    }

    private Set<Said> said(Predicate<JsonNode> wanted) {
        var said = new HashSet<Said>();
        try (var consumer = consumer()) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    var event = read(record.value());
                    if (wanted.test(event)) {
                        said.add(
                                new Said(
                                        event.path("id").asText(),
                                        record.key(),
                                        event.path("source").asText()));
                    }
                }
            }
        }
        return said;
    }

    private KafkaConsumer<String, String> consumer() {
        var deserializer = new StringDeserializer();
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        "127.0.0.1:" + kafkaPort,
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed");
        var consumer = new KafkaConsumer<>(settings, deserializer, deserializer);
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is no JSON", e);
        }
    }
}
