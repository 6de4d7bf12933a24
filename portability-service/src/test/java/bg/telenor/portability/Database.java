package bg.telenor.portability;

import bg.telenor.kit.local.Suite;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks into the service's database, with the service's own rights. */
public final class Database {

    private Database() {}

    /** The first column of the first row, for a job that acts for nobody in particular. */
    public static Object ask(String query, Object... arguments) {
        try (var connection =
                DriverManager.getConnection(
                        Suite.databaseUrl("portability"), "portability_app", Suite.appPassword())) {
            connection.createStatement().execute("set app.client = '*'");
            try (var statement = connection.prepareStatement(query)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? rows.getObject(1) : null;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
