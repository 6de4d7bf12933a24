package bg.telenor.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The table {@code outbox}, as the relay sees it: every statement is a transaction of its own. */
final class RelaySession implements AutoCloseable {

    /** What waits, at one moment. */
    record Waiting(long rows, Instant oldest) {}

    private static final String LEAD =
            "select pg_try_advisory_lock(" + Relay.LOCK_SPACE + ", " + Relay.LEADER_LOCK + ")";

    /** Bounded in rows and bytes: events may be large. */
    private static final String BATCH =
            """
            select id, topic, key, payload, headers, created_at
              from (select *, sum(coalesce(length(payload), 0)) over (order by id) as total,
                           row_number() over (order by id) as position
                      from (select * from outbox order by id limit 500) as next) as counted
             where total < 4000000 or position = 1
             order by id""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Connection connection;

    RelaySession(Connection connection) {
        this.connection = connection;
    }

    /** Whether this session is the one that relays, from now until it ends. */
    boolean tryLead() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(LEAD)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /**
     * Wakes the relay of another process. Not done by the writing transactions: a commit that
     * notifies holds a lock on the whole database, which would make all commits wait for each
     * other.
     */
    void notifyLeader() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("notify outbox");
        }
    }

    /** The oldest rows, by id, in order. */
    Map<Long, OutboxRow> batch() throws SQLException {
        try (var statement = connection.prepareStatement(BATCH);
                var rows = statement.executeQuery()) {
            var batch = new LinkedHashMap<Long, OutboxRow>();
            while (rows.next()) {
                batch.put(rows.getLong("id"), row(rows));
            }
            return batch;
        }
    }

    void delete(Set<Long> ids) throws SQLException {
        try (var statement = connection.prepareStatement("delete from outbox where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            statement.executeUpdate();
        }
    }

    /** What waits; {@code oldest} is null when nothing does. */
    Waiting waiting() throws SQLException {
        try (var statement =
                        connection.prepareStatement(
                                "select count(*), min(created_at) from outbox");
                var rows = statement.executeQuery()) {
            rows.next();
            var oldest = rows.getObject(2, OffsetDateTime.class);
            return new Waiting(rows.getLong(1), oldest == null ? null : oldest.toInstant());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        var headers = row.getString("headers");
        return new OutboxRow(
                row.getString("topic"),
                row.getString("key"),
                row.getString("payload"),
                headers == null ? Map.of() : read(headers),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Map<String, String> read(String headers) {
        try {
            return JSON.readValue(headers, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers cannot be read", e);
        }
    }
}
