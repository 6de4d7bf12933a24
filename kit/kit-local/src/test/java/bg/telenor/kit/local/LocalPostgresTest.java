package bg.telenor.kit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.kit.local.LocalPostgres.Passwords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final Passwords PASSWORDS = new Passwords("o'wner", "app");

    private static LocalPostgres postgres;

    @BeforeAll
    static void start() throws SQLException {
        postgres = LocalPostgres.throwaway();
        postgres.prepare("identity", PASSWORDS);
        try (var owner = connect("identity_owner", PASSWORDS.owner(), "identity")) {
            execute(
                    owner,
                    """
                    create table inquiry (id int primary key, client text not null);
                    comment on column inquiry.id is 'ID: of the inquiry';
                    comment on column inquiry.client is 'REF: whose row it is';
                    alter table inquiry enable row level security;
                    alter table inquiry force row level security;
                    create policy own on inquiry using (client = current_setting('app.client', true));
                    """);
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void hidesTheRowsOfAnotherPartnerFromTheApplication() throws SQLException {
        try (var app = connect("identity_app", PASSWORDS.app(), "identity")) {
            execute(app, "set app.client = 'a1'");
            execute(app, "insert into inquiry values (1, 'a1') on conflict do nothing");

            execute(app, "set app.client = 'vivacom'");

            assertThat(number(app, "select count(*) from inquiry")).isZero();
            execute(app, "reset app.client");
            assertThat(number(app, "select count(*) from inquiry")).isZero();
        }
    }

    @Test
    void theApplicationCannotGetRoundRowLevelSecurity() throws SQLException {
        try (var app = connect("identity_app", PASSWORDS.app(), "identity")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(
                            () -> execute(app, "alter table inquiry disable row level security"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(app, "set role identity_owner"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(app, "create table mine (id int)"));
            assertThat(
                            number(
                                    app,
                                    "select count(*) from pg_roles where rolname like 'identity%'"
                                            + " and (rolsuper or rolbypassrls)"))
                    .isZero();
        }
    }

    @Test
    void aServiceDoesNotReachAnothersDatabase() {
        postgres.prepare("pay", new Passwords("other owner", "other app"));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect("pay_app", "other app", "identity").close());
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect("identity_app", "wrong", "identity").close());
    }

    @Test
    void hasADatabaseForKeysWithTheSameRoles() throws SQLException {
        try (var owner = connect("identity_owner", PASSWORDS.owner(), "identity_keys");
                var app = connect("identity_app", PASSWORDS.app(), "identity_keys")) {
            execute(owner, "create table data_key (id int)");
            execute(app, "insert into data_key values (1)");

            assertThat(number(app, "select count(*) from data_key")).isOne();
        }
    }

    @Test
    void preparesTwiceAndTakesTheNewPassword() throws SQLException {
        postgres.prepare("portability", new Passwords("first", "first"));
        postgres.prepare("portability", new Passwords("second", "second"));

        try (var app = connect("portability_app", "second", "portability")) {
            assertThat(number(app, "select 1")).isOne();
        }
    }

    @Test
    void keepsDataOnTheDiskOverARestart(@TempDir Path folder) throws SQLException {
        var data = folder.resolve("data");
        var log = folder.resolve("postgres.log");
        try (var first = LocalPostgres.persistent(0, data, log)) {
            first.prepare("consent", PASSWORDS);
            try (var owner = connect(first, "consent_owner", PASSWORDS.owner(), "consent")) {
                assertThat(text(owner, "show fsync")).isEqualTo("on");
                assertThat(text(owner, "show synchronous_commit")).isEqualTo("on");
                execute(owner, "create table kept (id int); insert into kept values (7)");
            }
        }

        try (var second = LocalPostgres.persistent(0, data, log);
                var app = connect(second, "consent_app", PASSWORDS.app(), "consent")) {
            assertThat(number(app, "select id from kept")).isEqualTo(7);
        }
    }

    @Test
    void keepsWhatWasCommittedWhenItCrashes(@TempDir Path folder) throws SQLException {
        var data = folder.resolve("data");
        var log = folder.resolve("postgres.log");
        var first = LocalPostgres.persistent(0, data, log);
        first.prepare("consent", PASSWORDS);
        try (var owner = connect(first, "consent_owner", PASSWORDS.owner(), "consent")) {
            execute(owner, "create table kept (id int); insert into kept values (7)");
        }
        var process = first.process();

        first.crash();

        assertThat(process.isAlive()).isFalse();
        assertThat(log).content().doesNotContain("database system is shut down");
        try (var second = LocalPostgres.persistent(0, data, log);
                var app = connect(second, "consent_app", PASSWORDS.app(), "consent")) {
            assertThat(number(app, "select id from kept")).isEqualTo(7);
        }
    }

    @Test
    void columnsSayTheirKind() throws SQLException {
        var url = postgres.url("identity");
        assertThatCode(() -> ColumnKinds.check(url, "identity_owner", PASSWORDS.owner()))
                .doesNotThrowAnyException();
        try (var owner = connect("identity_owner", PASSWORDS.owner(), "identity")) {
            execute(owner, "create table person (name text)");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> ColumnKinds.check(url, "identity_owner", PASSWORDS.owner()))
                    .withMessageContaining("person.name");

            execute(owner, "drop table person");
        }
    }

    private static Connection connect(String user, String password, String database)
            throws SQLException {
        return connect(postgres, user, password, database);
    }

    private static Connection connect(
            LocalPostgres server, String user, String password, String database)
            throws SQLException {
        return DriverManager.getConnection(server.url(database), user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        return Integer.parseInt(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
