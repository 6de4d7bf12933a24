package bg.telenor.benchmarks;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Calls of one kind, in one of two manners. A call that fails ends the benchmark. */
final class Load {

    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int DIGITS = 3;

    /** One call; it throws when the answer is not the right one. */
    @FunctionalInterface
    interface Call {
        void once() throws Exception;
    }

    private final Call call;
    private final Histogram times = new ConcurrentHistogram(LONGEST, DIGITS);
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private Load(Call call) {
        this.call = call;
    }

    /**
     * So many calls in a second, whatever becomes of those before. Each is timed from when it
     * should have begun, so that one who had to wait is not left out.
     */
    static Latencies atRate(int perSecond, Duration duration, Call call) {
        var end = System.nanoTime() + duration.toNanos();
        return atRate(perSecond, () -> System.nanoTime() - end < 0, call);
    }

    static Latencies atRate(int perSecond, BooleanSupplier goOn, Call call) {
        var load = new Load(call);
        var pause = Duration.ofSeconds(1).dividedBy(perSecond).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var next = System.nanoTime(); goOn.getAsBoolean(); next += pause) {
                awaitTime(next);
                var due = next;
                threads.execute(() -> load.call(due));
            }
        }
        return load.latencies();
    }

    /** So many callers, each of whom calls again when answered, until so many calls are made. */
    static Throughput byCallers(int callers, int calls, Call call) {
        var load = new Load(call);
        var left = new AtomicInteger(calls);
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                threads.execute(
                        () -> {
                            while (left.getAndDecrement() > 0 && load.failure.get() == null) {
                                load.call(System.nanoTime());
                            }
                        });
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Throughput(calls / seconds, load.latencies());
    }

    /** So many calls at once; the times from the first moment to each one's end. */
    static Latencies atOnce(int calls, Call call) {
        var load = new Load(call);
        var start = System.nanoTime();
        var threads = new ConcurrentLinkedQueue<Thread>();
        for (int i = 0; i < calls; i++) {
            threads.add(Thread.startVirtualThread(() -> load.call(start)));
        }
        threads.forEach(Load::join);
        return load.latencies();
    }

    private void call(long due) {
        try {
            call.once();
            times.recordValue(Math.min(System.nanoTime() - due, LONGEST));
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
    }

    private Latencies latencies() {
        if (failure.get() != null) {
            throw new IllegalStateException(
                    "a call failed: " + failure.get().getMessage(), failure.get());
        }
        return Latencies.of(times);
    }

    private static void awaitTime(long nanos) {
        for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** How many calls in a second, and how long each took. */
    record Throughput(double perSecond, Latencies latencies) {}

    /** Percentiles in milliseconds. */
    record Latencies(long calls, double p50, double p90, double p99, double longest) {

        static Latencies of(Histogram times) {
            return new Latencies(
                    times.getTotalCount(),
                    millis(times.getValueAtPercentile(50)),
                    millis(times.getValueAtPercentile(90)),
                    millis(times.getValueAtPercentile(99)),
                    millis(times.getMaxValue()));
        }

        private static double millis(long nanos) {
            return nanos / 1e6;
        }
    }
}
