package bg.telenor.kit.records;

import bg.telenor.events.rights.RightsEvent;
import bg.telenor.kit.subject.SubjectRef;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Whose data may be kept and not otherwise processed, by reference and time of intake; in the
 * caller's transaction. What serves the person's own rights is never restricted: notices, requests
 * and their answers.
 */
@ApplicationScoped
class Restrictions {

    /** Where a restriction stands. */
    enum State {
        SET,
        LIFTED
    }

    /** True of a document's row that may not be processed. */
    static final String IS_RESTRICTED =
            """
            (document.purpose <> 'DATA_SUBJECT_RIGHTS' AND EXISTS (
                SELECT 1 FROM restriction r WHERE r.subject_ref = document.subject_ref
                AND r.state = 'SET' AND r.from_at <= document.received_at
                AND (r.until_at IS NULL OR r.until_at > document.received_at)))
            """;

    private static final String SAY =
            """
            INSERT INTO restriction (subject_ref, from_at, until_at, state, said_at, request_id)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject_ref, from_at) DO UPDATE SET until_at = excluded.until_at,
                state = excluded.state, said_at = excluded.said_at,
                request_id = excluded.request_id
            WHERE restriction.said_at <= excluded.said_at
            """;

    private static final String COVERS =
            """
            SELECT 1 FROM restriction WHERE subject_ref = ? AND state = 'SET'
            AND from_at <= ? AND (until_at IS NULL OR until_at > ?)
            """;

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final AgroalDataSource database;

    Restrictions(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Remembers what was commanded.
     *
     * @return false when something later is known already
     */
    boolean say(RightsEvent command, State state, Instant saidAt) {
        return run(
                SAY,
                upsert -> {
                    upsert.setString(1, command.key().value());
                    upsert.setObject(2, time(Window.from(command)));
                    upsert.setObject(3, command.until() == null ? null : time(command.until()));
                    upsert.setString(4, state.name());
                    upsert.setObject(5, time(saidAt));
                    upsert.setObject(6, command.requestId());
                    return upsert.executeUpdate() == 1;
                });
    }

    /** Whether what is received of the reference at a moment may only be kept. */
    boolean cover(SubjectRef subject, Instant receivedAt) {
        return run(
                COVERS,
                query -> {
                    query.setString(1, subject.value());
                    query.setObject(2, time(receivedAt));
                    query.setObject(3, time(receivedAt));
                    try (var rows = query.executeQuery()) {
                        return rows.next();
                    }
                });
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private <T> T run(String sql, Use<T> use) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException e) {
            throw new PersistenceException("restrictions", e);
        }
    }
}
