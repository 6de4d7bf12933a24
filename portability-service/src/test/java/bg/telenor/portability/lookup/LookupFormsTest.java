package bg.telenor.portability.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.events.numbers.NumberEvent.RoutingNumber;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.lookup.NumberLookupResource.NumberLookup;
import bg.telenor.portability.lookup.NumberLookupResource.NumberLookupView;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and written by hand is what Jackson would read and write. */
@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class LookupFormsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final List<String> OPERATORS = List.of("A1", "TELENOR", "VIVACOM", "NEW_1");

    private final Random random = new Random(20261126);

    @Inject LookupWriter writer;
    @Inject NumberLookups lookups;
    @Inject NumberMap map;
    @Inject ObjectMapper json;

    @Test
    void anAnswerIsWrittenAsJacksonWouldWriteIt() throws Exception {
        var numbers = new ArrayList<Msisdn>();
        for (int i = 0; i < 3_000; i++) {
            var number = new Msisdn("+3598%d77%05d".formatted(7 + random.nextInt(3), i));
            numbers.add(number);
            if (random.nextInt(3) > 0) {
                map.put(served(number));
            }
        }
        numbers.add(new Msisdn("+35924000123"));

        var written = new String(writer.write(numbers, NOW, 7), StandardCharsets.UTF_8);

        var view =
                new NumberLookupView(
                        NOW, 7, numbers.stream().map(number -> lookups.of(number, NOW)).toList());
        assertThat(written).isEqualTo(json.writeValueAsString(view));
        numbers.forEach(map::remove);
    }

    @Test
    void momentsAreWrittenAsTheyWriteThemselves() {
        for (int i = 0; i < 20_000; i++) {
            var moment = moment();
            var bytes = new Bytes(8);

            bytes.addMicros(Serving.micros(moment));

            assertThat(new String(bytes.toArray(), StandardCharsets.US_ASCII))
                    .isEqualTo(moment.toString());
        }
    }

    @Test
    void aMomentBeyondAllReckoningIsTheFarthest() {
        assertThat(Serving.micros(Instant.MAX)).isGreaterThan(Serving.micros(NOW));
        assertThat(Serving.micros(Instant.MIN)).isLessThan(Serving.micros(Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"numbers\":[\"+359888001234\"]}",
                "{\"numbers\": [\"+359888001234\", \"+359996001234\"]}",
            })
    void theUsualFormIsReadAsJacksonWouldReadIt(String body) throws Exception {
        var read = LookupReader.plain(body.getBytes(StandardCharsets.UTF_8));

        assertThat(read).contains(json.readValue(body, NumberLookup.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"numbers\":[]}",
                "{\"numbers\":[\"+359888001234\"",
                "{\"numbers\":[\"+359888001234\"]}}",
                "{\"numbers\":[\"+359888001234\",]}",
                "{\"numbers\":[\"+3598880012345\"]}",
                "{\"numbers\":[\"+35988800123\"]}",
                "{\"numbers\":[\"+359858001234\"]}",
                "{\"numbers\":[\"0888001234\"]}",
                "{\"numbers\":[\"+359888001234\"],\"asOf\":\"2026-01-01T00:00:00Z\"}",
            })
    void everyOtherFormIsLeftToJackson(String body) {
        assertThat(LookupReader.plain(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private NumberServed served(Msisdn number) {
        var history =
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(
                                i ->
                                        new NumberEvent.Served(
                                                operator(),
                                                random.nextInt(9) == 0
                                                        ? null
                                                        : new RoutingNumber("C2840" + i),
                                                moment()))
                        .toList();
        return new NumberServed(number, operator(), history);
    }

    private OperatorCode operator() {
        return new OperatorCode(OPERATORS.get(random.nextInt(OPERATORS.size())));
    }

    private Instant moment() {
        var seconds =
                Instant.parse("2015-01-01T00:00:00Z").plusSeconds(random.nextInt(400_000_000));
        return switch (random.nextInt(3)) {
            case 0 -> seconds;
            case 1 -> seconds.plus(random.nextInt(1_000), ChronoUnit.MILLIS);
            default -> seconds.plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
        };
    }
}
