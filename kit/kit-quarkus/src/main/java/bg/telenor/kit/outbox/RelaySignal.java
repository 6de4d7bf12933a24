package bg.telenor.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells this process's relay that something was committed. Any number of signals is one. */
@ApplicationScoped
class RelaySignal {

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    /** Waits for a signal, at most this long; says whether there was one. */
    boolean await(Duration atMost) throws InterruptedException {
        var woken = raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        raised.drainPermits();
        return woken;
    }
}
