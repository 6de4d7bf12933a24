package bg.telenor.kit.inbox;

import bg.telenor.events.Topic;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the inbox in partitions by the day of the event: made when a day's first event comes,
 * dropped when no event of the day can come any more.
 */
@ApplicationScoped
class InboxDays {

    /** How long after its topic's life an event may still come. */
    static final Duration GRACE = Duration.ofDays(7);

    static final Duration LONGEST_LIFE =
            Arrays.stream(Topic.values())
                    .map(Topic::life)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();

    private final AgroalDataSource dataSource;
    private final Clock clock;
    private final Set<LocalDate> open = ConcurrentHashMap.newKeySet();
    private volatile long parked;

    InboxDays(AgroalDataSource dataSource, Clock clock, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.clock = clock;
        metrics.gauge("inbox.parked", this, days -> days.parked);
    }

    /** Makes sure that events of the day can be remembered. */
    void open(LocalDate day) {
        if (open.contains(day)) {
            return;
        }
        // In a transaction of its own: what others need must not wait for this event's handler.
        QuarkusTransaction.requiringNew().run(() -> call("select inbox_open(?)", day));
        open.add(day);
    }

    @Scheduled(every = "24h", delayed = "1m", identity = "inbox-days")
    void forget() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var first = today.minusDays(LONGEST_LIFE.plus(GRACE).toDays() + 1);
        QuarkusTransaction.requiringNew().run(() -> call("select inbox_drop_before(?)", first));
        open.removeIf(day -> day.isBefore(first));
    }

    @Scheduled(every = "1m", identity = "inbox-parked")
    void countParked() {
        QuarkusTransaction.requiringNew().run(() -> parked = releaseExpiredAndCount());
    }

    /** A dead letter that is gone cannot be replayed: its key goes on without it, and we say so. */
    private long releaseExpiredAndCount() {
        try (var connection = dataSource.getConnection();
                var release =
                        connection.prepareStatement(
                                "delete from parked_event where parked_at < ?");
                var count = connection.prepareStatement("select count(*) from parked_event")) {
            var expired = clock.instant().minus(Topic.DEAD_LETTER_LIFE);
            release.setObject(1, expired.atOffset(ZoneOffset.UTC));
            var released = release.executeUpdate();
            if (released > 0) {
                Log.errorf("%d parked events were never replayed and are lost", released);
            }
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("parked events cannot be counted", e);
        }
    }

    private void call(String function, LocalDate day) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(function)) {
            statement.setObject(1, day);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("inbox cannot be partitioned", e);
        }
    }
}
