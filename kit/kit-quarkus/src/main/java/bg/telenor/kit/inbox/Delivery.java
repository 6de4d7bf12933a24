package bg.telenor.kit.inbox;

import bg.telenor.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as one consumer gets it, live or replayed for it. Prints without key and value. */
record Delivery(String consumer, ConsumerRecord<String, String> record) {

    /** On a replayed record: which consumer it is for; all others have had it. */
    static final String REPLAY_FOR = "replay-for";

    String topic() {
        return record.topic();
    }

    /** The Kafka key, or nothing in words, so that it can be compared. */
    String key() {
        return Objects.requireNonNullElse(record.key(), "");
    }

    boolean isForAnother() {
        return replayFor().filter(name -> !name.equals(consumer)).isPresent();
    }

    boolean isReplay() {
        return replayFor().filter(consumer::equals).isPresent();
    }

    /** How long the topic keeps its records. */
    Duration life() {
        return Topic.of(topic()).map(Topic::life).orElse(InboxDays.LONGEST_LIFE);
    }

    @Override
    public String toString() {
        return consumer + " at " + topic() + "/" + record.partition() + "@" + record.offset();
    }

    private Optional<String> replayFor() {
        return Optional.ofNullable(record.headers().lastHeader(REPLAY_FOR))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
