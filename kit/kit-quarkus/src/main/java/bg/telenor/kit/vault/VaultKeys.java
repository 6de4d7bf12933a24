package bg.telenor.kit.vault;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which keys there are, beside the data; in the caller's transaction. */
@ApplicationScoped
class VaultKeys {

    private final AgroalDataSource database;
    private final Clock clock;

    VaultKeys(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The scope's ACTIVE key, which nobody can retire before the transaction ends. */
    Optional<UUID> active(String scope) {
        return ids(
                        "SELECT key_id FROM vault_key WHERE scope = ? AND state = 'ACTIVE' FOR"
                                + " SHARE",
                        (connection, query) -> query.setString(1, scope))
                .stream()
                .findFirst();
    }

    /** Whether the scope had no ACTIVE key, and has this one now. */
    boolean add(UUID id, String scope) {
        return !ids(
                        """
                        INSERT INTO vault_key (key_id, scope, state, created_at)
                        VALUES (?, ?, 'ACTIVE', ?)
                        ON CONFLICT (scope) WHERE state = 'ACTIVE' DO NOTHING
                        RETURNING key_id
                        """,
                        (connection, insert) -> {
                            insert.setObject(1, id);
                            insert.setString(2, scope);
                            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                        })
                .isEmpty();
    }

    /**
     * Retires those that no document needs any more. The lock comes first and in order, so that of
     * two transactions that each delete one of a key's last two documents, one sees both gone.
     */
    List<UUID> retireUnused(Collection<UUID> ids) {
        ids(
                "SELECT key_id FROM vault_key WHERE key_id = ANY (?) ORDER BY key_id FOR UPDATE",
                listed(ids));
        return ids(
                """
                UPDATE vault_key SET state = 'DESTROYING'
                WHERE key_id = ANY (?) AND state = 'ACTIVE'
                    AND NOT EXISTS (SELECT FROM document WHERE document.key_id = vault_key.key_id)
                RETURNING key_id
                """,
                listed(ids));
    }

    /** Forgets keys, but for the fact that they must not exist. */
    void destroyed(Collection<UUID> ids) {
        ids(
                """
                INSERT INTO destroyed_key (key_id, destroyed_at) SELECT unnest(?), ?
                ON CONFLICT DO NOTHING RETURNING key_id
                """,
                (connection, insert) -> {
                    insert.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                    insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                });
        ids("DELETE FROM vault_key WHERE key_id = ANY (?) RETURNING key_id", listed(ids));
    }

    /** Those of the ids that are known here. */
    List<UUID> known(Collection<UUID> ids) {
        return ids("SELECT key_id FROM vault_key WHERE key_id = ANY (?)", listed(ids));
    }

    /** Destroyed keys in the order of their ids, by pages. */
    List<UUID> listDestroyed(UUID after, int limit) {
        return ids(
                "SELECT key_id FROM destroyed_key WHERE key_id > ? ORDER BY key_id LIMIT ?",
                (connection, query) -> {
                    query.setObject(1, after);
                    query.setInt(2, limit);
                });
    }

    private interface Parameters {
        void set(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private static Parameters listed(Collection<UUID> ids) {
        return (connection, statement) ->
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
    }

    private List<UUID> ids(String sql, Parameters parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(connection, statement);
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new PersistenceException("vault keys", e);
        }
    }
}
