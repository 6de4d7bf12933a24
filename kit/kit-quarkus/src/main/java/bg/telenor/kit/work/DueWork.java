package bg.telenor.kit.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Work that falls due: rows of a table with columns {@code id}, {@code due_at} and {@code
 * lease_until}, taken by any replica, each by one at a time.
 */
@ApplicationScoped
public class DueWork {

    /**
     * Claims what is due in a transaction of its own, then does it, several at a time on virtual
     * threads and outside any transaction, and returns when all is done. A failure is logged and
     * leaves the row to the next claim after the lease.
     *
     * @param table a constant of the program, never input
     * @param lease longer than the work may take
     */
    public void each(String table, Duration lease, Consumer<UUID> work) {
        throw new UnsupportedOperationException();
    }
}
