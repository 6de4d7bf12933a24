package bg.telenor.kit.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The table of requests. Each method takes part in the running transaction. */
@ApplicationScoped
class Requests {

    /** Which request: whose, for what, under which key. */
    record Id(String client, String operation, String keyHash) {}

    /** What it was, and what it made. */
    record Row(String fingerprint, UUID resourceId) {}

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final AgroalDataSource database;

    Requests(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes the request for this transaction; false while another one has it. */
    boolean claim(Id id) {
        return run(
                "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 2))",
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        return rows.next() && rows.getBoolean(1);
                    }
                },
                "%s|%s|%s".formatted(id.client(), id.operation(), id.keyHash()));
    }

    /** The row of a request that is done. */
    Optional<Row> get(Id id) {
        return run(
                """
                SELECT fingerprint, resource_id FROM idempotency
                WHERE client = ? AND operation = ? AND key_hash = ?
                """,
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        return rows.next()
                                ? Optional.of(
                                        new Row(rows.getString(1), rows.getObject(2, UUID.class)))
                                : Optional.empty();
                    }
                },
                id.client(),
                id.operation(),
                id.keyHash());
    }

    /** Remembers what the request made. */
    void remember(Id id, String fingerprint, UUID resourceId, Instant now) {
        run(
                """
                INSERT INTO idempotency
                    (client, operation, key_hash, fingerprint, resource_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                PreparedStatement::executeUpdate,
                id.client(),
                id.operation(),
                id.keyHash(),
                fingerprint,
                resourceId,
                now);
    }

    /** Forgets requests that were made before a moment. */
    int forget(Instant before) {
        return run(
                "DELETE FROM idempotency WHERE created_at < ?",
                PreparedStatement::executeUpdate,
                before);
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
