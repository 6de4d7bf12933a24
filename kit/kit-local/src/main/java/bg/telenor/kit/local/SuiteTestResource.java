package bg.telenor.kit.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.Map;

/**
 * Gives a service under test its surroundings. Init argument {@code db} is the service's database,
 * such as {@code debt_check}.
 */
public class SuiteTestResource implements QuarkusTestResourceLifecycleManager {

    private String database;
    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("db");
        if (database == null) {
            throw new IllegalArgumentException("init argument db is missing");
        }
        service =
                Arrays.stream(SuiteService.values())
                        .filter(known -> known.database().equals(database))
                        .map(SuiteService::serviceName)
                        .findFirst()
                        .orElse(arguments.getOrDefault("service", "kit-test"));
    }

    @Override
    public Map<String, String> start() {
        Suite.start(database, service);
        return Map.ofEntries(
                Map.entry("SUITE_DB_URL", Suite.databaseUrl(database)),
                Map.entry("SUITE_KEYS_DB_URL", Suite.keysDatabaseUrl(database)),
                Map.entry("SUITE_DB_OWNER_PASSWORD", Suite.PASSWORDS.owner()),
                Map.entry("SUITE_DB_APP_PASSWORD", Suite.PASSWORDS.app()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", Suite.bootstrapServers()),
                Map.entry("OIDC_URL", Suite.issuer()),
                Map.entry("SUITE_KEYS_DIR", Suite.keys(service).toString()),
                Map.entry("SUITE_TLS_DIR", Suite.tls().toString()),
                // The broker is in this JVM, and talkative.
                Map.entry("quarkus.log.category.\"kafka\".level", "WARN"),
                Map.entry("quarkus.log.category.\"state.change.logger\".level", "WARN"));
    }

    /** Nothing: what runs is for the whole JVM, and ends with it. */
    @Override
    public void stop() {}
}
