package bg.telenor.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.notices.NoticeEvent.Language;
import bg.telenor.events.notices.NoticeEvent.NoticeDue;
import bg.telenor.events.notices.NoticeEvent.Template;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class RelayLatencyTest {

    private static final int EVENTS = 200;

    @Inject Outbox outbox;

    @Test
    void anEventIsOnKafkaWellWithinASecondOfItsCommit() {
        var latencies = new ArrayList<Duration>();
        try (var reader = reader()) {
            for (int i = 0; i < EVENTS; i++) {
                latencies.add(publishAndAwait(reader));
            }
        }
        Collections.sort(latencies);
        Log.infof(
                "commit to Kafka: p50 %s, p99 %s, longest %s",
                latencies.get(EVENTS / 2), latencies.get(EVENTS * 99 / 100), latencies.getLast());

        assertThat(latencies.get(EVENTS * 99 / 100)).isLessThan(Duration.ofMillis(500));
    }

    private Duration publishAndAwait(KafkaConsumer<String, String> reader) {
        var notice = UUID.randomUUID();
        var subject = Suite.subjectRefs().ofStoreAccount("TEST", notice.toString());
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                outbox.publish(
                                        new NoticeDue(
                                                subject,
                                                notice,
                                                Template.PORT_OUT_REQUESTED,
                                                Language.BG)));
        var committed = System.nanoTime();
        while (true) {
            for (var record : reader.poll(Duration.ofSeconds(10))) {
                if (record.key().equals(subject.value())) {
                    return Duration.ofNanos(System.nanoTime() - committed);
                }
            }
        }
    }

    private static KafkaConsumer<String, String> reader() {
        var reader =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", Suite.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer());
        List<TopicPartition> partitions =
                reader.partitionsFor("notices").stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
        return reader;
    }
}
