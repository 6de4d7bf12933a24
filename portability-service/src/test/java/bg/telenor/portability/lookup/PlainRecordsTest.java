package bg.telenor.portability.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.events.numbers.NumberEvent.RoutingNumber;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlainRecordsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final OperatorCode A1 = new OperatorCode("A1");
    private static final NumberEvent.Served OURS =
            new NumberEvent.Served(
                    new OperatorCode("TELENOR"), new RoutingNumber("C28405"), NOON.plusNanos(1000));
    private static final NumberEvent.Served BACK =
            new NumberEvent.Served(A1, new RoutingNumber("C28401"), NOON.plusSeconds(60));

    private final EventCodec codec = new EventCodec();
    private final PlainRecords records = new PlainRecords();

    @Test
    void whatOurOutboxWritesIsReadAsTheCodecReadsIt() {
        for (var history : List.of(List.of(OURS), List.of(OURS, BACK))) {
            var text = text(new NumberServed(new Msisdn("+359888001234"), A1, history));

            assertThat(records.read(text))
                    .isPresent()
                    .contains(
                            (NumberServed)
                                    codec.decode(text, NumberEvent.class).orElseThrow().data());
        }
    }

    @Test
    void whateverDiffersIsLeftToTheCodec() {
        var text = text(new NumberServed(new Msisdn("+359888001234"), A1, List.of(OURS)));

        assertThat(records.read(text.replace("NumberServed", "NumberOther"))).isEmpty();
        assertThat(records.read(text.replace("C28405", "c"))).isEmpty();
        assertThat(records.read(text.replace("TELENOR", "x"))).isEmpty();
        assertThat(records.read(text.replace("2026-03-02T12:00:00.000001Z", "noon"))).isEmpty();
        assertThat(records.read(text.replace("+3598880", "+44888"))).isEmpty();
        assertThat(records.read(text.replace("}", ",\"more\":1}"))).isEmpty();
        assertThat(records.read(text + " ")).isEmpty();
        for (int length = 0; length < text.length(); length++) {
            assertThat(records.read(text.substring(0, length))).isEmpty();
        }
    }

    @Test
    void aNumberWithoutMovesOrRouteIsLeftToTheCodec() {
        var unrouted = new NumberEvent.Served(A1, null, NOON);

        assertThat(records.read(text(new NumberServed(new Msisdn("+359888001234"), A1, List.of()))))
                .isEmpty();
        assertThat(
                        records.read(
                                text(
                                        new NumberServed(
                                                new Msisdn("+359888001234"),
                                                A1,
                                                List.of(unrouted)))))
                .isEmpty();
    }

    private String text(NumberServed event) {
        return codec.encode(
                EventEnvelope.of(UUID.randomUUID(), "portability-service", NOON, null, event));
    }
}
