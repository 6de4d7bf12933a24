package bg.telenor.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The table {@code outbox}, as the transactions that write it see it. */
@ApplicationScoped
class OutboxRows {

    /** Locks are taken in ascending order, so that two transactions never wait for each other. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(" + Relay.LOCK_SPACE + ", l) from unnest(?) as l";

    private static final String INSERT =
            """
            insert into outbox (topic, key, payload, headers, created_at)
            values (?, ?, ?, ?::jsonb, ?)""";

    private static final JsonMapper JSON = new JsonMapper();

    private final AgroalDataSource dataSource;
    private final Instance<EntityManager> entityManager;
    private final RelaySignal signal;

    OutboxRows(
            AgroalDataSource dataSource,
            Instance<EntityManager> entityManager,
            RelaySignal signal) {
        this.dataSource = dataSource;
        this.entityManager = entityManager;
        this.signal = signal;
    }

    /**
     * Opens the transaction's persistence context: at its end, when it is flushed, it is too late.
     */
    void join() {
        if (entityManager.isResolvable()) {
            entityManager.get().isJoinedToTransaction();
        }
    }

    /** Writes events as the last thing of their transaction. */
    void insert(List<OutboxRow> events) {
        if (entityManager.isResolvable()) {
            // Row locks before key locks: the other way round two transactions could deadlock.
            entityManager.get().flush();
        }
        try (var connection = dataSource.getConnection()) {
            lock(connection, events);
            insert(connection, events);
        } catch (SQLException e) {
            throw new IllegalStateException("events cannot be written", e);
        }
    }

    void committed() {
        signal.raise();
    }

    private static void lock(Connection connection, List<OutboxRow> events) throws SQLException {
        var locks =
                events.stream().map(OutboxRow::lock).sorted().distinct().toArray(Integer[]::new);
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, connection.createArrayOf("int4", locks));
            statement.execute();
        }
    }

    private static void insert(Connection connection, List<OutboxRow> events) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            for (var event : events) {
                statement.setString(1, event.topic());
                statement.setString(2, event.key());
                statement.setString(3, event.payload());
                statement.setString(4, event.headers().isEmpty() ? null : json(event.headers()));
                statement.setObject(5, event.createdAt().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String json(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers cannot be written", e);
        }
    }
}
