package bg.telenor.benchmarks;

import bg.telenor.events.Topic;
import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.events.numbers.NumberEvent.RoutingNumber;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Ported numbers, by rule, and their records on topic {@code numbers} as the service writes them.
 */
final class Numbers implements AutoCloseable {

    static final String BLOCK = "A1";

    /** One that holds no range, so that all numbers are with another than their range is. */
    static final String OPERATOR = "NEWCOMER";

    static final String ROUTE = "C28405";

    private static final int FIRST = 870_000_000;
    private static final int STEP = 5;
    private static final Instant SINCE = Instant.parse("2020-01-01T08:00:00Z");
    private static final UUID ID = UUID.fromString("7b1c5f9e-0d0a-4c1e-9f53-2a6f3f0f4b11");

    private final KafkaProducer<String, String> producer;
    private final String before;
    private final String between;
    private final String after;

    Numbers(int kafkaPort) {
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                "127.0.0.1:" + kafkaPort,
                                "linger.ms",
                                20,
                                "batch.size",
                                256 * 1024),
                        new StringSerializer(),
                        new StringSerializer());
        // The codec's own text, taken apart: millions are not written by it one by one.
        var text = encoded();
        var parts = text.split("\\Q" + since(0) + "\\E|\\Q" + number(0) + "\\E", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("a record has another form than expected");
        }
        this.before = parts[0];
        this.between = parts[1];
        this.after = parts[2];
    }

    /** The n-th number. */
    static String number(int n) {
        return "+359" + (FIRST + n * STEP);
    }

    /** Writes the n-th number in its 13 characters, and says where it ends. */
    static int write(int n, byte[] target, int at) {
        target[at] = '+';
        target[at + 1] = '3';
        target[at + 2] = '5';
        target[at + 3] = '9';
        int left = FIRST + n * STEP;
        for (int i = at + 12; i > at + 3; i--) {
            target[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return at + 13;
    }

    /** Since when the n-th number is with its operator. */
    static Instant since(int n) {
        return SINCE.plusSeconds(n);
    }

    /** Tells of these numbers. */
    void tell(int from, int to) {
        for (int n = from; n < to; n++) {
            tell(n, since(n));
        }
        producer.flush();
    }

    /** Tells of a number that it has moved at a moment. */
    void tell(int n, Instant since) {
        var number = number(n);
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                Topic.NUMBERS.topicName(),
                                number,
                                before + since + between + number + after));
    }

    private static String encoded() {
        var event =
                new NumberServed(
                        new Msisdn(number(0)),
                        new OperatorCode(BLOCK),
                        List.of(
                                new NumberEvent.Served(
                                        new OperatorCode(OPERATOR),
                                        new RoutingNumber(ROUTE),
                                        since(0))));
        return new EventCodec()
                .encode(
                        EventEnvelope.of(
                                ID,
                                "portability-service",
                                Instant.parse("2026-03-02T12:00:00Z"),
                                null,
                                event));
    }

    @Override
    public void close() {
        producer.close();
    }
}
