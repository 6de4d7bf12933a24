package bg.telenor.kit.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready only when a known text, sealed when the database was new, opens. With the wrong keyset, or
 * none, a service would otherwise take in what it can never show, and show nothing of what it has.
 */
@Readiness
class VaultReadiness implements HealthCheck {

    private static final String PLACE = "vault_canary";
    private static final byte[] CANARY = "canary/v1".getBytes(StandardCharsets.UTF_8);

    private final Vault vault;
    private final AgroalDataSource database;
    private final Clock clock;

    VaultReadiness(Vault vault, AgroalDataSource database, Clock clock) {
        this.vault = vault;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("vault").status(opens()).build();
    }

    private boolean opens() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> canaryOpens() || sealsCanary());
        } catch (RuntimeException e) {
            Log.errorf("vault is not ready: %s", e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean canaryOpens() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "SELECT key_id, sealed FROM vault_canary WHERE id = 1");
                var rows = query.executeQuery()) {
            if (!rows.next()) {
                return false;
            }
            var content = vault.open(rows.getObject(1, UUID.class), PLACE, rows.getBytes(2));
            if (!content.map(found -> Arrays.equals(found, CANARY)).orElse(false)) {
                throw new IllegalStateException("the canary's key is gone");
            }
            return true;
        } catch (SQLException e) {
            throw new PersistenceException("vault canary", e);
        }
    }

    /** In a new database; of several replicas one is first, and the others open what it sealed. */
    private boolean sealsCanary() {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO vault_canary (id, key_id, sealed, sealed_at)"
                                        + " VALUES (1, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            var key = vault.keyFor("canary");
            insert.setObject(1, key);
            insert.setBytes(2, vault.seal(key, PLACE, CANARY));
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            return canaryOpens();
        } catch (SQLException e) {
            throw new PersistenceException("vault canary", e);
        }
    }
}
