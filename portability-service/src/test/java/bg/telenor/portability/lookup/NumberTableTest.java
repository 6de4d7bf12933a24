package bg.telenor.portability.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.Route;
import bg.telenor.portability.lookup.Serving.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberTableTest {

    private static final OperatorCode A1 = new OperatorCode("A1");
    private static final Party OURS = party("TELENOR", "C28405");
    private static final Party THEIRS = party("VIVACOM", "C28403");
    private static final Party BACK = party("A1", "C28401");
    private static final List<Party> PARTIES = List.of(OURS, THEIRS, BACK);
    private static final int NUMBER = 888001234;

    private final NumberTable table = new NumberTable();

    @Test
    void knowsNothingOfANumberThatDidNotMove() {
        assertThat(table.at(NUMBER, Long.MAX_VALUE)).isNull();
    }

    @Test
    void knowsEachStretchFromItsFirstMicrosecond() {
        table.put(NUMBER, List.of(new Serving(OURS, 1_000), new Serving(THEIRS, 2_000)));

        assertThat(table.at(NUMBER, 999)).isNull();
        assertThat(table.at(NUMBER, 1_000)).isEqualTo(new Serving(OURS, 1_000));
        assertThat(table.at(NUMBER, 1_999)).isEqualTo(new Serving(OURS, 1_000));
        assertThat(table.at(NUMBER, 2_000)).isEqualTo(new Serving(THEIRS, 2_000));
    }

    @Test
    void forgetsWhatAShorterHistoryDoesNotSay() {
        table.put(NUMBER, List.of(new Serving(OURS, 1_000), new Serving(THEIRS, 2_000)));

        table.put(NUMBER, List.of(new Serving(THEIRS, 2_000)));

        assertThat(table.at(NUMBER, 1_500)).isNull();
        assertThat(table.size()).isEqualTo(1);
    }

    /** Numbers close together, as ported blocks are, and removals in between. */
    @Test
    void saysTheSameAsAMapAfterAnyNumberOfChanges() {
        var random = new Random(20261126);
        var expected = new HashMap<Integer, List<Serving>>();
        for (int i = 0; i < 300_000; i++) {
            int number = 880_000_000 + random.nextInt(60_000);
            if (random.nextInt(4) == 0) {
                expected.remove(number);
                table.remove(number);
            } else {
                var history = history(random);
                expected.put(number, history);
                table.put(number, history);
            }
        }

        assertThat(table.size()).isEqualTo(expected.size());
        for (int number = 880_000_000; number < 880_060_000; number++) {
            for (var moment : new long[] {0, 250, 500, 750, 1_000}) {
                assertThat(table.at(number, moment)).isEqualTo(at(expected, number, moment));
            }
        }
    }

    @Test
    void showsReadersNeverHalfOfAChangeWhileItGrows() throws Exception {
        var done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> readers =
                    IntStream.range(0, 2).mapToObj(i -> threads.submit(() -> torn(done))).toList();

            for (int i = 0; i < 400_000; i++) {
                // The stretch's beginning says whose it must be.
                table.put(NUMBER, List.of(new Serving(PARTIES.get(i % 3), i % 3)));
                table.put(870_000_001 + i, List.of(new Serving(OURS, 0)));
            }
            done.set(true);

            for (var reader : readers) {
                assertThat(reader.get()).isZero();
            }
        }
    }

    private long torn(AtomicBoolean done) {
        long torn = 0;
        while (!done.get()) {
            var seen = table.at(NUMBER, Long.MAX_VALUE);
            if (seen != null && !PARTIES.get((int) seen.sinceMicros()).equals(seen.party())) {
                torn++;
            }
        }
        return torn;
    }

    private static List<Serving> history(Random random) {
        var stretches = new ArrayList<Serving>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            stretches.add(new Serving(PARTIES.get(random.nextInt(3)), random.nextInt(1_000)));
        }
        stretches.sort(Comparator.comparingLong(Serving::sinceMicros));
        return stretches;
    }

    private static Serving at(Map<Integer, List<Serving>> expected, int number, long moment) {
        return expected.getOrDefault(number, List.of()).reversed().stream()
                .filter(stretch -> stretch.sinceMicros() <= moment)
                .findFirst()
                .orElse(null);
    }

    private static Party party(String operator, String route) {
        return new Party(A1, new OperatorCode(operator), new Route(route));
    }
}
