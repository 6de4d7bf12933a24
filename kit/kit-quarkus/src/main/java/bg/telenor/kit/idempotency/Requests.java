package bg.telenor.kit.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The table of requests. Each method takes part in the running transaction. */
@ApplicationScoped
class Requests {

    /** Which request: whose, for what, under which key. */
    record Id(String client, String operation, String keyHash) {}

    /**
     * @param resourceId null while it runs
     */
    record Row(String fingerprint, UUID resourceId, Instant leaseUntil) {}

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final AgroalDataSource database;

    Requests(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether this is the first sight of the request. */
    boolean begin(Id id, String fingerprint, Instant now, Instant lease) {
        return changesOne(
                """
                INSERT INTO idempotency
                    (client, operation, key_hash, fingerprint, created_at, lease_until)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                id.client(),
                id.operation(),
                id.keyHash(),
                fingerprint,
                now,
                lease);
    }

    /** The row of a request that has begun. */
    Row get(Id id) {
        return run(
                """
                SELECT fingerprint, resource_id, lease_until FROM idempotency
                WHERE client = ? AND operation = ? AND key_hash = ?
                """,
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        return rows.next()
                                ? new Row(
                                        rows.getString(1),
                                        rows.getObject(2, UUID.class),
                                        rows.getObject(3, OffsetDateTime.class).toInstant())
                                : null;
                    }
                },
                id.client(),
                id.operation(),
                id.keyHash());
    }

    /** Takes a request over whose lease ran out; false when somebody else was faster. */
    boolean takeOver(Id id, Instant expired, Instant lease) {
        return changesOne(
                """
                UPDATE idempotency SET lease_until = ?
                WHERE client = ? AND operation = ? AND key_hash = ?
                  AND resource_id IS NULL AND lease_until = ?
                """,
                lease,
                id.client(),
                id.operation(),
                id.keyHash(),
                expired);
    }

    /** Remembers what the request made; false when the lease is not ours any more. */
    boolean finish(Id id, Instant lease, UUID resourceId) {
        return changesOne(
                """
                UPDATE idempotency SET resource_id = ?
                WHERE client = ? AND operation = ? AND key_hash = ?
                  AND resource_id IS NULL AND lease_until = ?
                """,
                resourceId,
                id.client(),
                id.operation(),
                id.keyHash(),
                lease);
    }

    /** Forgets a request that had no effect. */
    void abandon(Id id, Instant lease) {
        changesOne(
                """
                DELETE FROM idempotency
                WHERE client = ? AND operation = ? AND key_hash = ?
                  AND resource_id IS NULL AND lease_until = ?
                """,
                id.client(),
                id.operation(),
                id.keyHash(),
                lease);
    }

    /** Forgets requests that began before a moment. */
    int forget(Instant before) {
        return run(
                "DELETE FROM idempotency WHERE created_at < ?",
                PreparedStatement::executeUpdate,
                before);
    }

    private boolean changesOne(String sql, Object... parameters) {
        return run(sql, PreparedStatement::executeUpdate, parameters) == 1;
    }

    private <T> T run(String sql, Use<T> use, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(
                        i + 1,
                        parameters[i] instanceof Instant at
                                ? at.atOffset(ZoneOffset.UTC)
                                : parameters[i]);
            }
            return use.of(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the table of requests cannot be used", e);
        }
    }
}
