package bg.telenor.kit.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A real PostgreSQL 18 as a child process. Services never get its superuser, for whom row-level
 * security is silently off: each has an owner role for migrations and an application role.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String LOOPBACK_ACCESS =
            """
            # The launcher manages databases as superuser; services give their passwords.
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    /** The two passwords of a service's roles. */
    public record Passwords(String owner, String app) {

        @Override
        public String toString() {
            return "Passwords(masked)";
        }
    }

    private final EmbeddedPostgres postgres;

    private LocalPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** For tests: any free port, an empty folder, and no waiting for the disk. */
    public static LocalPostgres throwaway() {
        return start(builder().setPort(FreePorts.next()).setRegisterShutdownHook(true));
    }

    /** For the suite: a fixed port, data that stays, and commits that are on the disk. */
    public static LocalPostgres persistent(int port, Path data, Path log) {
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        return start(
                builder()
                        .setPort(port)
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setOutputRedirector(toLog)
                        .setErrorRedirector(toLog));
    }

    public int port() {
        return postgres.getPort();
    }

    /** The server's first process, whose end ends all others. */
    public ProcessHandle process() {
        var question = "select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::bigint";
        try (var admin = connect("postgres");
                var statement = admin.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1)).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not say its process", e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Where the keys of what lies sealed in {@code database} are. */
    public String keysUrl(String database) {
        return url(database + "_keys");
    }

    /** Makes a service's two databases and two roles, or puts right what is there. */
    public void prepare(String database, Passwords passwords) {
        try (var admin = connect("postgres")) {
            role(admin, database + "_owner", passwords.owner());
            role(admin, database + "_app", passwords.app());
            database(admin, database, database);
            database(admin, database + "_keys", database);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database + " cannot be prepared", e);
        }
    }

    /** Kills it with all its processes, as if its machine were gone; its data stay as they are. */
    public void crash() {
        var server = process();
        var all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        close();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void role(Connection admin, String role, String password) throws SQLException {
        if (!exists(admin, "select 1 from pg_roles where rolname = ?", role)) {
            execute(admin, "create role " + role);
        }
        execute(
                admin,
                "alter role %s login nosuperuser nobypassrls nocreatedb nocreaterole password '%s'"
                        .formatted(role, password.replace("'", "''")));
    }

    private void database(Connection admin, String database, String service) throws SQLException {
        if (!exists(admin, "select 1 from pg_database where datname = ?", database)) {
            execute(admin, "create database " + database + " template template0 encoding 'UTF8'");
        }
        var owner = service + "_owner";
        var app = service + "_app";
        execute(admin, "revoke all on database " + database + " from public");
        execute(admin, "grant connect, temporary on database " + database + " to " + owner);
        execute(admin, "grant connect on database " + database + " to " + app);
        try (var inside = connect(database)) {
            execute(inside, "alter schema public owner to " + owner);
            execute(inside, "revoke all on schema public from public");
            execute(inside, "grant usage on schema public to " + app);
            var defaults =
                    "alter default privileges for role " + owner + " in schema public grant ";
            execute(inside, defaults + "select, insert, update, delete on tables to " + app);
            execute(inside, defaults + "usage on sequences to " + app);
            execute(inside, defaults + "execute on functions to " + app);
        }
    }

    private Connection connect(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Its log repeats neither statements' parameters nor the values of rows. */
    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setDataDirectoryCustomizer(LocalPostgres::closeToStrangers)
                .setServerConfig("max_connections", "250")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("log_statement", "none")
                .setServerConfig("log_parameter_max_length", "0")
                .setServerConfig("log_parameter_max_length_on_error", "0")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_min_duration_statement", "-1");
    }

    private static LocalPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            return new LocalPostgres(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private static void closeToStrangers(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), LOOPBACK_ACCESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
