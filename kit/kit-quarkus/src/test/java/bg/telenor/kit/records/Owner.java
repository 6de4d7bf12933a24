package bg.telenor.kit.records;

import bg.telenor.kit.local.Suite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** The databases as their owner sees them: what the service itself is not to see or do. */
final class Owner {

    private Owner() {}

    static void data(String sql, Object... parameters) {
        run(asOwner(Suite.databaseUrl("identity")), sql, parameters);
    }

    static void keys(String sql, Object... parameters) {
        run(asOwner(Suite.keysDatabaseUrl("identity")), sql, parameters);
    }

    /** Not as the owner, but as the service. */
    static void asService(String sql) {
        run(() -> connect("identity_app", Suite.appPassword(), Suite.databaseUrl("identity")), sql);
    }

    static long countData(String sql, Object... parameters) {
        return count(asOwner(Suite.databaseUrl("identity")), sql, parameters);
    }

    static boolean keyExists(UUID key) {
        return count(
                        asOwner(Suite.keysDatabaseUrl("identity")),
                        "SELECT count(*) FROM data_key WHERE key_id = ?",
                        key)
                == 1;
    }

    static boolean isKept(Kept kept) {
        return countData("SELECT count(*) FROM document WHERE record_id = ?", kept.id()) == 1;
    }

    static long evidence(Kept kept, String action) {
        return countData(
                "SELECT count(*) FROM evidence WHERE record_id = ? AND action = ?",
                kept.id(),
                action);
    }

    private static void run(Login login, String sql, Object... parameters) {
        try (var connection = login.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static long count(Login login, String sql, Object... parameters) {
        try (var connection = login.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private interface Login {
        Connection connect() throws SQLException;
    }

    private static Login asOwner(String url) {
        return () -> connect("identity_owner", Suite.ownerPassword(), url);
    }

    private static Connection connect(String user, String password, String url)
            throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
