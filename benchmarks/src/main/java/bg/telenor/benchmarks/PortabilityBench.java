package bg.telenor.benchmarks;

import bg.telenor.benchmarks.Load.Call;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** portability-service's look-ups under load, with a constant and Redis beside them. */
final class PortabilityBench {

    /** How much is done. */
    record Size(int numbers, int coldNumbers, int warmUp, int rounds, int perRound, Duration each) {

        static final Size FULL =
                new Size(1_000_000, 5_000_000, 40_000, 5, 12_000, Duration.ofSeconds(15));
        static final Size QUICK =
                new Size(200_000, 1_000_000, 20_000, 3, 8_000, Duration.ofSeconds(5));
    }

    /** The answer about one number, in bytes. */
    private static final int ONE_ANSWER = 199;

    static final int HEAP = 640;
    static final Map<String, String> SERVICE =
            Map.of("SUITE_PORTABILITY_NUMBERS_CONSTANT", Integer.toString(ONE_ANSWER));

    private static final int CALLERS = 16;
    private static final int BULK = 10_000;
    private static final int REDIS_PORT_OFFSET = 70;
    private static final int UPDATES_PER_SECOND = 1_000;
    private static final Duration UPDATES_EACH = Duration.ofMillis(20);
    private static final int UPDATES_AT_ONCE =
            (int) (UPDATES_PER_SECOND * UPDATES_EACH.toMillis() / 1_000);
    private static final double COLD_SECONDS = 30;

    private final Size size;
    private final Stage stage;
    private final Report report;
    private final Numbers numbers;
    private final Lookups lookups;

    PortabilityBench(Size size, Stage stage, Report report) {
        this.size = size;
        this.stage = stage;
        this.report = report;
        this.numbers = new Numbers(stage.kafkaPort());
        this.lookups = new Lookups(stage.oidc(), stage.port(), size.numbers());
    }

    void run() throws IOException, InterruptedException {
        numbers.tell(0, size.numbers());
        await(size.numbers() - 1);
        if (lookups.sizeOfOne() < ONE_ANSWER - 8 || lookups.sizeOfOne() > ONE_ANSWER + 8) {
            throw new IllegalStateException("an answer has " + lookups.sizeOfOne() + " bytes");
        }
        latency(one());
        bulk();
        coldStart();
        lookups.close();
        numbers.close();
    }

    /** Look-ups in a second, the constant's rounds between them. */
    private double one() {
        report.title("one number over HTTP, " + CALLERS + " callers");
        Load.byCallers(CALLERS, size.warmUp(), lookups::one);
        Load.byCallers(CALLERS, size.warmUp(), lookups::constant);
        var constant = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        for (int round = 0; round < size.rounds(); round++) {
            constant.add(Load.byCallers(CALLERS, size.perRound(), lookups::constant).perSecond());
            ours.add(Load.byCallers(CALLERS, size.perRound(), lookups::one).perSecond());
        }
        report.figure("a constant of the same size, median", median(constant), "/s");
        report.figure("a look-up, median", median(ours), "/s");
        report.atLeast("of the constant's", median(ours) / median(constant), "", 0.8);
        return median(ours);
    }

    private void latency(double most) throws InterruptedException {
        int rate = (int) (most / 2);
        report.title(rate + " in a second, while " + UPDATES_PER_SECOND + " updates arrive");
        var going = new AtomicBoolean(true);
        var updates = Thread.ofPlatform().start(() -> update(going));
        Load.atRate(rate, size.each().dividedBy(3), lookups::one);
        var times = Load.atRate(rate, size.each(), lookups::one);
        going.set(false);
        updates.join();
        report.latencies("a look-up", times);
        report.atMost("p99", times.p99(), "ms", 5);
    }

    private void update(AtomicBoolean going) {
        var next = System.nanoTime();
        while (going.get()) {
            for (int i = 0; i < UPDATES_AT_ONCE; i++) {
                numbers.tell(ThreadLocalRandom.current().nextInt(size.numbers()), Instant.now());
            }
            next += UPDATES_EACH.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void bulk() throws IOException, InterruptedException {
        report.title("numbers in a second, " + BULK + " at once, until the client has read them");
        var ours = best("a look-up", () -> lookups.many(BULK));
        if (!Redis.isThere()) {
            report.missing(
                    "Redis is not installed, so there is nothing to compare with:"
                            + " apt-get install redis-server");
            return;
        }
        try (var redis = Redis.start(stage.port() + REDIS_PORT_OFFSET, size.numbers())) {
            var theirs = best("Redis, pipelined MGET of 1000", () -> redis.many(BULK));
            report.atLeast("of Redis's", ours / theirs, "", 1);
        }
    }

    /** With as many callers as are best for it: median of rounds. */
    private double best(String what, Call call) {
        double best = 0;
        for (int callers : List.of(1, 2, 4)) {
            Load.byCallers(callers, size.warmUp() / 100, call);
            var rates = new ArrayList<Double>();
            for (int round = 0; round < size.rounds(); round++) {
                rates.add(BULK * Load.byCallers(callers, size.perRound() / 100, call).perSecond());
            }
            report.figure(what + ", " + callers + " connections", median(rates), "/s");
            best = Math.max(best, median(rates));
        }
        return best;
    }

    private void coldStart() throws IOException {
        report.title("cold start with " + size.coldNumbers() + " numbers on the topic");
        stage.kill();
        numbers.tell(size.numbers(), size.coldNumbers());
        var took = stage.startAgain();
        if (!lookups.isKnown(size.coldNumbers() - 1)) {
            throw new IllegalStateException("ready without all numbers");
        }
        report.atMost(
                "from the process's start until it is ready",
                took.toMillis() / 1e3,
                "s",
                COLD_SECONDS);
    }

    private void await(int number) throws IOException {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!lookups.isKnown(number)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the numbers do not arrive");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
