package bg.telenor.benchmarks;

import bg.telenor.benchmarks.Load.Latencies;
import bg.telenor.benchmarks.Load.Throughput;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What the storage alone can do: the rows of one reference, written into tables like the service's
 * own (indexes included) and committed as often and as durably as there, by nothing but JDBC.
 */
final class StorageLimit {

    private static final int SEALED_BYTES = 900;

    /** Comes from this machine alone, and needs no password then. */
    private static final String ADMINISTRATOR = "postgres";

    private static final List<String> TABLES =
            List.of(
                    "idempotency",
                    "compared_claim",
                    "counter_question",
                    "case_binding",
                    "identity_reference",
                    "vault_key",
                    "document",
                    "evidence",
                    "outbox");

    /** Parameters: {@code ?1} id, {@code ?2} reference of the person, {@code ?3} sealed bytes. */
    private static final List<String> TAKE_IN =
            List.of(
                    "insert into storage_limit.compared_claim values (?2, ?1::text, now())",
                    "insert into storage_limit.case_binding values (?1, 'shop', now())",
                    """
                    insert into storage_limit.counter_question (reference_id, clerk_ref, shop,
                        subject_ref, case_id, own_names, asked_at)
                    values (?1, ?2, 'SHOP', ?2, ?1, '{}', now())""",
                    """
                    insert into storage_limit.identity_reference (id, subject_ref, case_id,
                        purpose, role, client, question, document_kind, asked_at, expires_at,
                        status, attempts, unanswered, due_at, lease_until, version)
                    values (?1, ?2, ?1, 'CONTRACT_CONCLUSION', 'USER', 'shop', ?2,
                        'IDENTITY_CARD', now(), now(), 'PENDING', 1, 1, now(), now(), 0)""",
                    "insert into storage_limit.vault_key values (?1, ?2, 'ACTIVE', now())",
                    """
                    insert into storage_limit.document values ('IDENTITY_REFERENCE', ?1, ?2, ?1,
                        ?3, 'CONTRACT_CONCLUSION', 'LEGAL_OBLIGATION', 'DATA_SUBJECT', ?1, now(),
                        current_date, 1)""",
                    evidence(400),
                    evidence(60),
                    event(500),
                    """
                    insert into storage_limit.idempotency (client, operation, key_hash,
                        fingerprint, resource_id, created_at)
                    values ('shop', 'create', ?1::text, ?2, ?1, now())""");

    private static final List<String> END =
            List.of(
                    """
                    update storage_limit.identity_reference set status = 'CONFIRMED',
                        matching = '{NAMES}', differing = '{}', decided_at = now(),
                        fresh_until = now(), due_at = null, lease_until = null where id = ?1""",
                    "update storage_limit.document set sealed = ?3 where record_id = ?1",
                    evidence(60),
                    evidence(700),
                    event(400),
                    event(500),
                    event(800));

    private final String url;
    private final String keysUrl;

    StorageLimit(String url, String keysUrl) {
        this.url = url;
        this.keysUrl = keysUrl;
    }

    /** So many references as fast as it goes over so many connections. */
    Throughput atMost(int connections, int references) throws SQLException {
        try (var writers = writers(connections)) {
            Load.byCallers(connections, references / 4, writers::write);
            return Load.byCallers(connections, references, writers::write);
        }
    }

    /** So many references in a second. */
    Latencies atRate(int connections, int perSecond, Duration duration) throws SQLException {
        try (var writers = writers(connections)) {
            Load.byCallers(connections, perSecond, writers::write);
            return Load.atRate(perSecond, duration, writers::write);
        }
    }

    private Writers writers(int connections) throws SQLException {
        makeTables();
        var writers = new Writers(new ArrayBlockingQueue<>(connections));
        for (int i = 0; i < connections; i++) {
            writers.free().add(new Writer(connect(url), connect(keysUrl)));
        }
        return writers;
    }

    /** Whoever writes takes one, and puts it back. */
    private record Writers(BlockingQueue<Writer> free) implements AutoCloseable {

        void write() throws SQLException, InterruptedException {
            var writer = free.take();
            try {
                writer.write();
            } finally {
                free.put(writer);
            }
        }

        @Override
        public void close() throws SQLException {
            for (var writer : free) {
                writer.close();
            }
        }
    }

    private void makeTables() throws SQLException {
        try (var database = connect(url);
                var statement = database.createStatement()) {
            statement.execute("drop schema if exists storage_limit cascade");
            statement.execute("create schema storage_limit");
            for (var table : TABLES) {
                statement.execute(
                        "create table storage_limit.%1$s (like public.%1$s including all)"
                                .formatted(table));
            }
            database.commit();
        }
        try (var keys = connect(keysUrl);
                var statement = keys.createStatement()) {
            statement.execute("drop schema if exists storage_limit cascade");
            statement.execute("create schema storage_limit");
            statement.execute(
                    "create table storage_limit.data_key (like public.data_key including all)");
            keys.commit();
        }
    }

    private Connection connect(String database) throws SQLException {
        var connection = DriverManager.getConnection(database, ADMINISTRATOR, "");
        connection.setAutoCommit(false);
        return connection;
    }

    private static String evidence(int commitmentBytes) {
        return """
        insert into storage_limit.evidence (at, actor_kind, actor, employee, action, record_type,
            record_id, subject_ref, purpose, case_id, facts, commitments)
        values (now(), 'EMPLOYEE', 'shop', 'clerk', 'INTAKE', 'IDENTITY_REFERENCE', ?1, ?2,
            'CONTRACT_CONCLUSION', ?1, '{"outcome": "ASKED"}',
            jsonb_build_object('c', repeat('x', %d)))"""
                .formatted(commitmentBytes);
    }

    private static String event(int bytes) {
        return """
        insert into storage_limit.outbox (topic, key, payload, created_at)
        values ('intake', ?2, repeat('x', %d), now())"""
                .formatted(bytes);
    }

    /** One connection to each of the two databases. */
    private static final class Writer implements AutoCloseable {

        /** As many as the service makes in one commit. */
        private static final int KEYS_AT_ONCE = 32;

        private final Connection data;
        private final Connection keys;
        private int keysLeft;

        Writer(Connection data, Connection keys) {
            this.data = data;
            this.keys = keys;
        }

        void write() throws SQLException {
            var id = UUID.randomUUID();
            var person = "person-" + id;
            var sealed = new byte[SEALED_BYTES];
            new Random(id.getLeastSignificantBits()).nextBytes(sealed);
            if (--keysLeft < 0) {
                makeKeys(sealed);
            }
            run(TAKE_IN, id, person, sealed);
            run(END, id, person, sealed);
        }

        private void makeKeys(byte[] sealed) throws SQLException {
            try (var insert =
                    keys.prepareStatement(
                            "insert into storage_limit.data_key values (?, ?, now(), false)")) {
                for (int i = 0; i < KEYS_AT_ONCE; i++) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setBytes(2, sealed);
                    insert.addBatch();
                }
                insert.executeBatch();
                keys.commit();
            }
            keysLeft = KEYS_AT_ONCE - 1;
        }

        private void run(List<String> statements, UUID id, String person, byte[] sealed)
                throws SQLException {
            for (var sql : statements) {
                try (var statement = data.prepareStatement(sql.replaceAll("\\?\\d", "?"))) {
                    int place = 1;
                    for (int i = sql.indexOf('?'); i >= 0; i = sql.indexOf('?', i + 1)) {
                        set(statement, place++, sql.charAt(i + 1), id, person, sealed);
                    }
                    statement.executeUpdate();
                }
            }
            data.commit();
        }

        private static void set(
                PreparedStatement statement,
                int place,
                char which,
                UUID id,
                String person,
                byte[] sealed)
                throws SQLException {
            switch (which) {
                case '1' -> statement.setObject(place, id);
                case '2' -> statement.setString(place, person);
                case '3' -> statement.setBytes(place, sealed);
                default -> throw new IllegalArgumentException("no parameter " + which);
            }
        }

        @Override
        public void close() throws SQLException {
            data.close();
            keys.close();
        }
    }
}
