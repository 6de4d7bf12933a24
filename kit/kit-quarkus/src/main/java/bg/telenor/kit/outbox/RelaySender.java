package bg.telenor.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The relay's own producer. It never gives a record up: one that was given up while a later one of
 * the same key went through would break their order.
 */
final class RelaySender implements AutoCloseable {

    /** Said once a second while a broker does not answer. */
    interface StillWaiting {
        void tell() throws SQLException;
    }

    private static final byte[] CLOUD_EVENT =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8);

    private final KafkaProducer<String, String> producer;
    private final StillWaiting stillWaiting;

    RelaySender(Map<String, Object> kafka, StillWaiting stillWaiting) {
        this.producer = new KafkaProducer<>(settings(kafka));
        this.stillWaiting = stillWaiting;
    }

    /** Sends records in order and returns when the broker has them all, however long that takes. */
    void send(Collection<OutboxRow> rows) throws SQLException, InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            var future = producer.send(record(row));
            if (future.isDone()) {
                // Failed before it left: nothing of the same key may overtake it.
                await(future);
            }
            sent.add(future);
        }
        for (var future : sent) {
            await(future);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void await(Future<RecordMetadata> sent) throws SQLException, InterruptedException {
        while (true) {
            try {
                sent.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                stillWaiting.tell();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the broker refused an event", e);
            }
        }
    }

    private static ProducerRecord<String, String> record(OutboxRow row) {
        var record = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        if (row.payload() != null) {
            record.headers().add("content-type", CLOUD_EVENT);
        }
        row.headers()
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<String, Object>();
        kafka.forEach(
                (name, value) -> {
                    if (ProducerConfig.configNames().contains(name)) {
                        settings.put(name, value);
                    }
                });
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }
}
