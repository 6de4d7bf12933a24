package bg.telenor.portability.lookup;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.Route;
import bg.telenor.portability.lookup.Serving.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The table of numbers alone, in a JVM of its own: what ten million take, and what a look-up does
 * now and as of a moment. Prints a name and a figure a line.
 */
public final class TableMeasure {

    /** As many numbers as moved twice or more, of a hundred. */
    private static final int MOVED_AGAIN = 5;

    private static final int ROUNDS = 9;
    private static final int LOOK_UPS = 4_000_000;
    private static final long YEAR = 365L * 24 * 3600 * 1_000_000;
    private static final long NOW = 56 * YEAR;
    private static final OperatorCode A1 = new OperatorCode("A1");

    private final NumberTable table = new NumberTable();
    private final int[] numbers;
    private final Random random = new Random(20261126);

    /** So that nothing is left out as unused. */
    private long seen;

    private TableMeasure(int count) {
        this.numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 870_000_000 + i * 3;
        }
    }

    public static void main(String[] args) {
        new TableMeasure(Integer.parseInt(args[0])).run();
    }

    private void run() {
        long before = used();
        for (int number : numbers) {
            table.put(number, history());
        }
        System.out.println("mebibytes " + (used() - before) / (double) (1 << 20));
        var current = new double[ROUNDS];
        var asOf = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            current[round] = nanosEach(0);
            asOf[round] = nanosEach(10 * YEAR);
        }
        System.out.println("current " + median(current));
        System.out.println("as-of " + median(asOf));
        if (seen == 0) {
            throw new IllegalStateException("nothing was found");
        }
    }

    /** Look-ups of numbers here and there, as of moments up to so long ago. */
    private double nanosEach(long back) {
        var asked = new int[LOOK_UPS];
        var moments = new long[LOOK_UPS];
        for (int i = 0; i < LOOK_UPS; i++) {
            asked[i] = numbers[random.nextInt(numbers.length)];
            moments[i] = back == 0 ? NOW : NOW - random.nextLong(back);
        }
        long start = System.nanoTime();
        for (int i = 0; i < LOOK_UPS; i++) {
            var found = table.at(asked[i], moments[i]);
            if (found != null) {
                seen += found.sinceMicros();
            }
        }
        return (System.nanoTime() - start) / (double) LOOK_UPS;
    }

    private List<Serving> history() {
        var first = serving(NOW - random.nextLong(8 * YEAR));
        if (random.nextInt(100) >= MOVED_AGAIN) {
            return List.of(first);
        }
        var all = new ArrayList<Serving>();
        all.add(serving(first.sinceMicros() - YEAR));
        all.add(first);
        return all;
    }

    private Serving serving(long since) {
        var operator = new OperatorCode(random.nextBoolean() ? "TELENOR" : "VIVACOM");
        return new Serving(new Party(A1, operator, new Route("C28405")), since);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var memory = Runtime.getRuntime();
        return memory.totalMemory() - memory.freeMemory();
    }
}
