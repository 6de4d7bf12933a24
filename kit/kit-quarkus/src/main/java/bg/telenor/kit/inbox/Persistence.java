package bg.telenor.kit.inbox;

import bg.telenor.kit.problem.ProblemException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does work again while it fails for want of infrastructure, however long that takes, and a few
 * times when it ran into somebody else's. What else fails would fail for ever.
 */
@ApplicationScoped
class Persistence {

    /** How a failure is to be met. */
    enum Failure {
        INFRASTRUCTURE,
        CONFLICT,
        PERMANENT;

        /** The worst that is known of any of the causes decides. */
        static Failure of(Throwable failure) {
            var verdict = PERMANENT;
            for (var cause = failure; cause != null; cause = cause.getCause()) {
                verdict = worse(verdict, ofOne(cause));
                for (var suppressed : cause.getSuppressed()) {
                    verdict = worse(verdict, of(suppressed));
                }
            }
            return verdict;
        }

        private static Failure ofOne(Throwable cause) {
            return switch (cause) {
                case SQLException e -> ofState(e.getSQLState());
                case IOException e -> INFRASTRUCTURE;
                case TimeoutException e -> INFRASTRUCTURE;
                case OptimisticLockException e -> CONFLICT;
                case RollbackException e -> CONFLICT;
                default -> PERMANENT;
            };
        }

        /** By class of SQLSTATE; the pool's own failures have none. */
        private static Failure ofState(String state) {
            if (state == null) {
                return INFRASTRUCTURE;
            }
            if (state.equals("23505")) {
                return CONFLICT;
            }
            return switch (state.length() < 2 ? state : state.substring(0, 2)) {
                // connection, rollback for concurrency, resources, not available, operator, system
                case "08", "40", "53", "55", "57", "58" -> INFRASTRUCTURE;
                // a standby takes no writes: a failover is under way
                case "25" -> INFRASTRUCTURE;
                default -> PERMANENT;
            };
        }

        private static Failure worse(Failure one, Failure other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    /** The service stops; the record will come again. */
    static final class Stopping extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopping(Throwable cause) {
            super("the service stops", cause);
        }
    }

    private static final int CONFLICTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    void insist(String what, Runnable work) {
        var conflicts = 0;
        for (var pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                var failure = Failure.of(e);
                if (failure == Failure.PERMANENT
                        || (failure == Failure.CONFLICT && ++conflicts == CONFLICTS)) {
                    throw e;
                }
                Log.warnf("%s: trying again after %s", what, nameOf(e));
                rest(pause, e);
            }
        }
    }

    /** Class and code only: a message may carry values. */
    static String nameOf(Throwable failure) {
        var name = failure.getClass().getName();
        return failure instanceof ProblemException p ? name + " " + p.code().name() : name;
    }

    private void rest(long millis, RuntimeException failure) {
        try {
            var jittered = ThreadLocalRandom.current().nextLong(millis / 2, millis + 1);
            if (stopping.await(jittered, TimeUnit.MILLISECONDS)) {
                throw new Stopping(failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopping(failure);
        }
    }
}
