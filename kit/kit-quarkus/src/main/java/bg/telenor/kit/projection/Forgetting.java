package bg.telenor.kit.projection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/**
 * References are personal data: what was heard of a case or a holding goes when nothing can wait
 * for it any more, and so does a lifted restriction when no older command can come.
 */
@ApplicationScoped
class Forgetting {

    /** Longer than any case waits, and than a port-out may ask who had a number. */
    static final Duration AFTER = Duration.ofDays(90);

    private static final List<String> STATEMENTS =
            List.of(
                    "delete from case_identity where heard_at < ?",
                    "delete from restriction where state = 'LIFTED' and said_at < ?",
                    "delete from case_binding where bound_at < ?",
                    "delete from known_holding where valid_until < ?");

    private final AgroalDataSource dataSource;
    private final Clock clock;

    Forgetting(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "2m", identity = "projections-forget")
    void forget() {
        QuarkusTransaction.joiningExisting().run(this::deleteOld);
    }

    private void deleteOld() {
        var end = clock.instant().minus(AFTER).atOffset(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection()) {
            for (var sql : STATEMENTS) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, end);
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("projections cannot be shortened", e);
        }
    }
}
