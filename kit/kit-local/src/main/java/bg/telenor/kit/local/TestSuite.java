package bg.telenor.kit.local;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/**
 * What runs once in a test JVM: PostgreSQL, Kafka and the identity provider. Quarkus loads test
 * resources, tests and the application by class loaders of their own, so this class is loaded by
 * the system's, and says where everything is in system properties.
 */
final class TestSuite {

    static final String PREFIX = "suite.test.";

    private static TestSuite running;

    private final LocalPostgres postgres;

    private TestSuite(LocalPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts all unless it runs, and prepares a database. Called by reflection. */
    static synchronized void start(String database, String service) {
        if (running == null) {
            running = startAll(service);
        }
        running.postgres.prepare(database, Suite.PASSWORDS);
        System.setProperty(PREFIX + "db." + database, running.postgres.url(database));
        System.setProperty(PREFIX + "keys-db." + database, running.postgres.keysUrl(database));
    }

    private static TestSuite startAll(String service) {
        var folder = Path.of("target", "suite-test").toAbsolutePath();
        var postgres =
                CompletableFuture.supplyAsync(LocalPostgres::throwaway, TestSuite::inBackground);
        var kafka = CompletableFuture.supplyAsync(LocalKafka::throwaway, TestSuite::inBackground);
        LocalTls.write(folder.resolve("tls"), Instant.now(), service);
        LocalKeys.write(folder.resolve("keys"), service);
        var key = LocalKeys.privateKey(folder.resolve("keys"), "oidc");
        var oidc = LocalOidc.start(key);

        var said = new Properties();
        said.setProperty(PREFIX + "folder", folder.toString());
        said.setProperty(PREFIX + "oidc", oidc.issuer());
        said.setProperty(PREFIX + "kafka", kafka.join().bootstrapServers());
        said.forEach((name, value) -> System.setProperty((String) name, (String) value));
        var started = new TestSuite(postgres.join());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(kafka.join(), oidc)));
        return started;
    }

    /**
     * The broker looks up its own parts by name. A thread of the common pool may look with
     * Quarkus's class loader, which has others of the same names.
     */
    private static void inBackground(Runnable start) {
        var thread = new Thread(start, "suite-test");
        thread.setContextClassLoader(TestSuite.class.getClassLoader());
        thread.start();
    }

    private static void close(LocalKafka kafka, LocalOidc oidc) {
        oidc.close();
        kafka.close();
    }

    static ECKey oidcKey(Path folder) {
        return LocalKeys.privateKey(folder.resolve("keys"), "oidc");
    }
}
