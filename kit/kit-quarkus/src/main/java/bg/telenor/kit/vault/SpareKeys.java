package bg.telenor.kit.vault;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Data keys made beforehand, many in one commit, so that who takes in data of a new person does not
 * wait for that commit too. Those that a process has left when it ends are swept, as all keys are
 * that nothing names.
 */
@ApplicationScoped
class SpareKeys {

    static final int MADE_AT_ONCE = 32;

    /** Far shorter than a key that nothing names may be there. */
    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private record Spare(UUID id, Instant until) {}

    private final BlockingQueue<Spare> spares = new LinkedBlockingQueue<>();
    private final AtomicBoolean making = new AtomicBoolean();
    private final KeyStore store;
    private final Clock clock;

    SpareKeys(KeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A key that nobody else is given; it is committed. */
    UUID take() {
        var spare = young();
        if (spares.size() < MADE_AT_ONCE / 2 && making.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::make);
        }
        return spare == null ? store.create(1).getFirst() : spare.id();
    }

    int waiting() {
        return spares.size();
    }

    private Spare young() {
        var now = clock.instant();
        var spare = spares.poll();
        while (spare != null && !now.isBefore(spare.until())) {
            spare = spares.poll();
        }
        return spare;
    }

    private void make() {
        try {
            var until = clock.instant().plus(KEPT_FOR);
            store.create(MADE_AT_ONCE).forEach(id -> spares.add(new Spare(id, until)));
        } catch (RuntimeException e) {
            // Whoever needs a key makes it, and sees what is wrong.
            Log.warnf("no data keys can be made beforehand: %s", e.getClass().getSimpleName());
        } finally {
            making.set(false);
        }
    }
}
