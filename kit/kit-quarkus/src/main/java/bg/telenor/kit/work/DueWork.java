package bg.telenor.kit.work;

import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work that falls due: rows of a table with columns {@code id}, {@code due_at} and {@code
 * lease_until}, taken by any replica, each by one at a time.
 */
@ApplicationScoped
public class DueWork {

    private static final int AT_ONCE = 16;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final AgroalDataSource dataSource;
    private final PartnerRows partnerRows;
    private final Clock clock;

    DueWork(AgroalDataSource dataSource, PartnerRows partnerRows, Clock clock) {
        this.dataSource = dataSource;
        this.partnerRows = partnerRows;
        this.clock = clock;
    }

    /**
     * Claims what is due in a transaction of its own, then does it, several at a time on virtual
     * threads and outside any transaction, and returns when all is done. A failure is logged and
     * leaves the row to the next claim after the lease.
     *
     * @param table a constant of the program, never input
     * @param lease longer than the work may take
     */
    public void each(String table, Duration lease, Consumer<UUID> work) {
        var claim = claimOf(table);
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (true) {
                // Only what can start at once is claimed, so that the lease covers nothing but
                // work.
                var room = free.drainPermits();
                var claimed = room == 0 ? List.<UUID>of() : claim(claim, lease, room);
                free.release(room - claimed.size());
                for (var id : claimed) {
                    threads.execute(() -> doOne(table, id, work, free));
                }
                if (claimed.isEmpty()) {
                    if (free.availablePermits() == AT_ONCE) {
                        return;
                    }
                    // Some work is slow: what falls due meanwhile does not wait for it.
                    awaitRoom(free);
                }
            }
        }
    }

    private void doOne(String table, UUID id, Consumer<UUID> work, Semaphore free) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            work.accept(id);
        } catch (RuntimeException e) {
            Log.errorf("work on %s %s failed, left to its lease: %s", table, id, nameOf(e));
        } finally {
            request.terminate();
            free.release();
        }
    }

    private List<UUID> claim(String sql, Duration lease, int limit) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            partnerRows.all();
                            return claimNow(sql, lease, limit);
                        });
    }

    private List<UUID> claimNow(String sql, Duration lease, int limit) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, now.plus(lease));
            statement.setObject(2, now);
            statement.setObject(3, now);
            statement.setInt(4, limit);
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("due work cannot be claimed", e);
        }
    }

    private static String claimOf(String table) {
        if (!table.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not the name of a table");
        }
        return """
        update %1$s set lease_until = ?
         where id in (select id from %1$s
                       where due_at <= ? and (lease_until is null or lease_until < ?)
                       order by due_at limit ? for update skip locked)
        returning id"""
                .formatted(table);
    }

    private static void awaitRoom(Semaphore free) {
        try {
            var wanted = Math.min(free.availablePermits() + 1, AT_ONCE);
            if (free.tryAcquire(wanted, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(wanted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Class and code only: a message may carry values. */
    private static String nameOf(RuntimeException e) {
        var name = e.getClass().getName();
        return e instanceof ProblemException p ? name + " " + p.code().name() : name;
    }
}
