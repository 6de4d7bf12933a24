package bg.telenor.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * Connections of the relay's own, beside the pool: they hold a lock and listen for as long as the
 * process lives, and would take what they hold back into the pool.
 */
@ApplicationScoped
class RelayDatabase {

    private final String url;
    private final String user;
    private final String password;

    RelayDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Its commits do not wait for the disk: of deletions that a crash of the database undoes it
     * undoes the last ones, and what was sent last is sent again, in order.
     */
    RelaySession open() throws SQLException {
        return new RelaySession(connect("outbox-relay", "-c synchronous_commit=off"));
    }

    /** Wakes the relay when another replica commits something. */
    Listener listen(RelaySignal signal) throws SQLException {
        return new Listener(connect("outbox-listener", ""), signal);
    }

    private Connection connect(String name, String options) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", name);
        properties.setProperty("options", options);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return new Driver().connect(url, properties);
    }

    /** A thread that hears notifications, for as long as its connection lives. */
    static final class Listener implements AutoCloseable {

        private static final int WAIT_MILLIS = 1_000;

        private final Connection connection;
        private final Thread thread;

        private Listener(Connection connection, RelaySignal signal) throws SQLException {
            this.connection = connection;
            try (var listen = connection.createStatement()) {
                listen.execute("listen outbox");
            }
            this.thread = Thread.ofVirtual().name("outbox-listener").start(() -> hear(signal));
        }

        boolean isAlive() {
            return thread.isAlive();
        }

        private void hear(RelaySignal signal) {
            try {
                var postgres = connection.unwrap(PGConnection.class);
                while (true) {
                    var heard = postgres.getNotifications(WAIT_MILLIS);
                    if (heard != null && heard.length > 0) {
                        signal.raise();
                    }
                }
            } catch (SQLException e) {
                // The connection is closed or lost; the relay notices and starts anew.
                signal.raise();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
