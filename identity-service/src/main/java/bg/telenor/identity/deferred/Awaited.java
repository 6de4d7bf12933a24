package bg.telenor.identity.deferred;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Callers who wait for a reference's end: woken at once when it comes on this replica, and looking
 * again from time to time, since it may come on another.
 */
@ApplicationScoped
public class Awaited {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final ConcurrentMap<UUID, CountDownLatch> ends = new ConcurrentHashMap<>();

    /** Returns when nothing is waited for any more, or the patience is over. */
    public void await(UUID id, Duration patience, BooleanSupplier waits)
            throws InterruptedException {
        var over = System.nanoTime() + patience.toNanos();
        while (true) {
            // Registered before looking, so that an end between the two is not missed.
            var end = ends.computeIfAbsent(id, key -> new CountDownLatch(1));
            try {
                var left = Math.min(over - System.nanoTime(), LOOK_AGAIN.toNanos());
                if (left <= 0 || !waits.getAsBoolean()) {
                    return;
                }
                end.await(left, TimeUnit.NANOSECONDS);
            } finally {
                ends.remove(id, end);
            }
        }
    }

    /** The end has come and is committed. */
    public void ended(UUID id) {
        var end = ends.remove(id);
        if (end != null) {
            end.countDown();
        }
    }
}
