package bg.telenor.counterparts.notifier;

import bg.telenor.events.notices.NoticeEvent;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topic {@code notices} as a group of its own. A notice counts as read when it was sent; one
 * that cannot be fetched yet is read again, and those behind it in its partition wait.
 */
final class NoticeReader implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(NoticeReader.class.getName());
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final EventCodec codec = new EventCodec();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final String bootstrapServers;
    private final Outgoing outgoing;
    private final BooleanSupplier down;
    private final Thread thread;

    private NoticeReader(String bootstrapServers, Outgoing outgoing, BooleanSupplier down) {
        this.bootstrapServers = bootstrapServers;
        this.outgoing = outgoing;
        this.down = down;
        this.thread = new Thread(this::run, "notices");
    }

    /**
     * @param down whether the notifier is down at the moment
     */
    static NoticeReader start(String bootstrapServers, Outgoing outgoing, BooleanSupplier down) {
        var reader = new NoticeReader(bootstrapServers, outgoing, down);
        reader.thread.start();
        return reader;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closes(Duration.ZERO)) {
            try (var consumer = consumer()) {
                consumer.subscribe(List.of(NoticeEvent.TOPIC));
                while (!closes(Duration.ZERO)) {
                    read(consumer);
                }
            } catch (KafkaException e) {
                LOG.log(System.Logger.Level.INFO, "begins anew after " + e.getClass());
                closes(PAUSE);
            }
        }
    }

    private void read(KafkaConsumer<String, String> consumer) {
        var assigned = consumer.assignment();
        if (down.getAsBoolean()) {
            consumer.pause(assigned);
        } else {
            consumer.resume(consumer.paused());
        }
        var records = consumer.poll(POLL);
        var read = new HashMap<TopicPartition, OffsetAndMetadata>();
        boolean all = records.isEmpty() || readAll(consumer, records, read);
        if (!read.isEmpty()) {
            consumer.commitSync(read);
        }
        if (!all) {
            closes(PAUSE);
        }
    }

    private boolean readAll(
            KafkaConsumer<String, String> consumer,
            ConsumerRecords<String, String> records,
            Map<TopicPartition, OffsetAndMetadata> read) {
        boolean all = true;
        for (var partition : Set.copyOf(records.partitions())) {
            for (var record : records.records(partition)) {
                if (!dealtWith(record)) {
                    consumer.seek(partition, record.offset());
                    all = false;
                    break;
                }
                read.put(partition, new OffsetAndMetadata(record.offset() + 1));
            }
        }
        return all;
    }

    /** What is no notice is none of ours. */
    private boolean dealtWith(ConsumerRecord<String, String> record) {
        if (down.getAsBoolean()) {
            return false;
        }
        try {
            return codec.decode(record.value(), NoticeEvent.class)
                    .map(event -> outgoing.send(event.source(), event.data().noticeId()))
                    .orElse(true);
        } catch (UndecodableEvent e) {
            LOG.log(System.Logger.Level.WARNING, "skipped what is no event");
            return true;
        }
    }

    private KafkaConsumer<String, String> consumer() {
        var deserializer = new StringDeserializer();
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "notifier",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                deserializer,
                deserializer);
    }

    /** Waits for a time, unless this ends before; says whether it does. */
    private boolean closes(Duration within) {
        try {
            return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
