package bg.telenor.identity.reference;

import static bg.telenor.kit.problem.CommonError.UNAVAILABLE;

import bg.telenor.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Takes questions in by turns. When a thousand come at once they queue here, which costs nothing,
 * and not for the database's connections, where reads and answers would have to queue with them.
 */
@ApplicationScoped
class Turns {

    /** As long as callers wait at most for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore free;

    Turns(ReferenceConfig config) {
        this.free = new Semaphore(config.takenInAtOnce(), true);
    }

    <T> T take(Supplier<T> work) {
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
