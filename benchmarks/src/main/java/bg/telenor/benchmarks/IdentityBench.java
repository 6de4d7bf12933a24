package bg.telenor.benchmarks;

import bg.telenor.benchmarks.Load.Latencies;
import bg.telenor.benchmarks.ServiceMemory.Taken;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** identity-service under load, with the register beside it. Each person is asked about once. */
final class IdentityBench {

    /** What is measured, in this order. */
    enum Part {
        THROUGHPUT,
        LATENCY,
        SLOW,
        WAITING
    }

    /** How much is done. */
    record Size(int warmUp, int rounds, int perRound, Duration each) {

        static final Size FULL = new Size(6_000, 5, 1_500, Duration.ofSeconds(24));
        static final Size QUICK = new Size(1_500, 3, 700, Duration.ofSeconds(8));
    }

    static final int AT_ONCE = 1_000;

    /** Of the service, in MiB: what it has in a container of the chart's size. */
    static final int HEAP = 384;

    /** The register lets in as many as wait for it here. */
    static final Map<String, String> SERVICE =
            Map.of("SUITE_REGIX_AT_ONCE", Integer.toString(AT_ONCE));

    private static final int CALLERS = 32;
    private static final int SIGNERS = 4;
    private static final int PER_SECOND = 50;
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Size size;
    private final Stage stage;
    private final Report report;
    private final Counter counter;
    private final Register register;
    private final AtomicInteger persons = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();

    IdentityBench(Size size, Stage stage, Report report) {
        this.size = size;
        this.stage = stage;
        this.report = report;
        this.counter = new Counter(stage.oidc(), stage.port());
        this.register = stage.register();
    }

    /**
     * @param only the part that is measured, after a warm-up; null for all of them
     */
    void run(Part only) throws IOException, SQLException, InterruptedException {
        register.largePhotos();
        warmUp();
        var parts = only == null ? EnumSet.allOf(Part.class) : EnumSet.of(only);
        for (var part : parts) {
            switch (part) {
                case THROUGHPUT -> throughput();
                case LATENCY -> latency(Duration.ZERO);
                case SLOW -> latency(Duration.ofMillis(200));
                case WAITING -> waiting();
            }
        }
        counter.close();
        register.close();
    }

    private void warmUp() throws IOException {
        prepare(size.warmUp());
        Load.byCallers(CALLERS, size.warmUp(), () -> counter.confirm(next()));
    }

    private void throughput() throws IOException, SQLException {
        report.title("references in a second, " + CALLERS + " callers, register answering at once");
        var perSecond = new ArrayList<Double>();
        Latencies last = null;
        CpuTime cpu = null;
        for (int round = 0; round < size.rounds(); round++) {
            prepare(size.perRound());
            cpu = stage.cpuTime();
            var measured = Load.byCallers(CALLERS, size.perRound(), () -> counter.confirm(next()));
            perSecond.add(measured.perSecond());
            last = measured.latencies();
        }
        Collections.sort(perSecond);
        report.atLeast(
                "median of " + perSecond.size(), perSecond.get(size.rounds() / 2), "/s", 300);
        report.figure("least", perSecond.getFirst(), "/s");
        report.figure("most", perSecond.getLast(), "/s");
        report.latencies("one of them, last round", last);
        cpu.forEachOf(size.perRound())
                .forEach((who, time) -> report.figure("processor time of one: " + who, time, "ms"));
        var storage = stage.storageLimit().atMost(CALLERS / 2, size.perRound());
        report.figure("the same rows by JDBC alone", storage.perSecond(), "/s");
        var bare = Load.byCallers(CALLERS, size.perRound(), again(persons.get(), size.perRound()));
        report.figure("the register alone", bare.perSecond(), "/s");
    }

    private void latency(Duration delay) throws IOException, SQLException {
        report.title(
                PER_SECOND + " in a second, register answering in " + delay.toMillis() + " ms");
        int warmUp = (int) (PER_SECOND * size.each().toSeconds() / 3);
        int asked = (int) (PER_SECOND * size.each().toSeconds()) + 10;
        prepare(warmUp + asked);
        register.delay(delay);
        var third = size.each().dividedBy(3);
        Load.atRate(PER_SECOND, third, () -> counter.confirm(next()));
        var bare = Load.atRate(PER_SECOND, size.each(), again(persons.get(), warmUp));
        var ours = Load.atRate(PER_SECOND, size.each(), () -> counter.confirm(next()));
        register.delay(Duration.ZERO);
        report.latencies("the register alone", bare);
        report.latencies("a reference", ours);
        if (delay.isZero()) {
            var storage = stage.storageLimit().atRate(CALLERS / 2, PER_SECOND, third);
            report.latencies("the same rows by JDBC alone", storage);
        }
        report.atMost("what we add, p50", ours.p50() - bare.p50(), "ms", 8);
        report.atMost("what we add, p99", ours.p99() - bare.p99(), "ms", 25);
    }

    /** Twice: what it costs is seen in a pause of the service, which the others would feel. */
    private void waiting() throws IOException, InterruptedException {
        report.title(AT_ONCE + " waiting at once for a register that takes " + SLOW);
        prepare(3 * AT_ONCE);
        var known = counter.confirm(next());
        var alone = Load.atRate(PER_SECOND, size.each().dividedBy(3), () -> counter.read(known));
        register.delay(SLOW);
        allAtOnce(none -> {});
        var memory = stage.memory();
        var before = memory.now();
        var taken = new ArrayList<Taken>();
        allAtOnce(
                going -> {
                    going.await(1500, TimeUnit.MILLISECONDS);
                    taken.add(memory.now().minus(before));
                });
        report.atMost("memory, live heap and everything else", taken.getFirst().sum(), "MiB", 200);
        report.figure("of it live heap", taken.getFirst().liveHeap(), "MiB");
        putOff.set(0);
        reads(known, alone);
        report.atMost("put off, to be asked again", putOff.get(), "", 0);
        register.delay(Duration.ZERO);
    }

    private void reads(UUID known, Latencies alone) throws InterruptedException {
        var others = new ArrayList<Latencies>();
        var all =
                allAtOnce(
                        going ->
                                others.add(
                                        Load.atRate(
                                                PER_SECOND,
                                                () -> going.getCount() > 0,
                                                () -> counter.read(known))));
        report.latencies("from the first moment to an answer", all);
        report.latencies("a read, alone", alone);
        report.latencies("a read meanwhile", others.getFirst());
        report.atMost("later by, p99", others.getFirst().p99() - alone.p99(), "ms", 50);
    }

    @FunctionalInterface
    private interface Meanwhile {
        void run(CountDownLatch going) throws InterruptedException;
    }

    private Latencies allAtOnce(Meanwhile meanwhile) throws InterruptedException {
        var going = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    threads.submit(
                            () -> {
                                try {
                                    return Load.atOnce(AT_ONCE, this::askPatiently);
                                } finally {
                                    going.countDown();
                                }
                            });
            meanwhile.run(going);
            return resultOf(all);
        }
    }

    private void askPatiently() throws IOException {
        if (!counter.isDecided(next())) {
            putOff.incrementAndGet();
        }
    }

    private static Latencies resultOf(Future<Latencies> all) throws InterruptedException {
        try {
            return all.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Asks the register itself about the latest of those whom the service asked about. */
    private Load.Call again(int end, int howMany) {
        var asked = new AtomicInteger();
        return () -> register.ask(end - 1 - asked.getAndIncrement() % howMany);
    }

    private int next() {
        return persons.getAndIncrement();
    }

    /** The register signs before it is asked, so that it answers in next to no time then. */
    private void prepare(int coming) throws IOException {
        var from = persons.get();
        var asked = new AtomicInteger(from);
        Load.byCallers(SIGNERS, coming, () -> register.ask(asked.getAndIncrement()));
    }
}
