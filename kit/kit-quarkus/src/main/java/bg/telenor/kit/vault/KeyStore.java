package bg.telenor.kit.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The data keys, wrapped, in the keys database. Every statement commits by itself, outside any
 * transaction of the caller's.
 */
@ApplicationScoped
class KeyStore {

    /** Longer, and a key destroyed by another replica would still open here. */
    private static final Duration UNWRAPPED_FOR = Duration.ofSeconds(60);

    private static final int UNWRAPPED_AT_MOST = 10_000;

    private record Unwrapped(Aead key, Instant until) {}

    private final AgroalDataSource database;
    private final Aead kek;
    private final String service;
    private final Clock clock;
    private final Map<UUID, Unwrapped> unwrapped = new ConcurrentHashMap<>();

    KeyStore(
            @DataSource("keys") AgroalDataSource database,
            @Named("vault-kek") Aead kek,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock)
            throws GeneralSecurityException {
        AeadConfig.register();
        this.database = database;
        this.kek = kek;
        this.service = service;
        this.clock = clock;
    }

    /** Makes a key; it is committed when this returns. */
    void create(UUID id) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO data_key (key_id, wrapped, created_at)"
                                        + " VALUES (?, ?, ?)")) {
            var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            insert.setObject(1, id);
            insert.setBytes(
                    2, TinkProtoKeysetFormat.serializeEncryptedKeyset(key, kek, context(id)));
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data key cannot be made", e);
        } catch (SQLException e) {
            throw new PersistenceException("keys database", e);
        }
    }

    /** The key, or empty when it was destroyed. */
    Optional<Aead> find(UUID id) {
        var known = unwrapped.get(id);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Optional.of(known.key());
        }
        return wrapped(id).map(bytes -> remember(id, unwrap(id, bytes)));
    }

    /** Deletes keys; a second time does nothing. */
    void delete(Collection<UUID> ids) {
        update("DELETE FROM data_key WHERE key_id = ANY (?)", ids);
        unwrapped.keySet().removeAll(List.copyOf(ids));
    }

    /** Keys made before a moment of which it is not known whether their transaction committed. */
    List<UUID> notAdopted(Instant madeBefore, int limit) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "SELECT key_id FROM data_key WHERE NOT adopted AND created_at < ?"
                                        + " ORDER BY created_at LIMIT ?")) {
            query.setObject(1, madeBefore.atOffset(ZoneOffset.UTC));
            query.setInt(2, limit);
            var ids = new ArrayList<UUID>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new PersistenceException("keys database", e);
        }
    }

    void adopt(Collection<UUID> ids) {
        update("UPDATE data_key SET adopted = true WHERE key_id = ANY (?)", ids);
    }

    private Optional<byte[]> wrapped(UUID id) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "SELECT wrapped FROM data_key WHERE key_id = ?")) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("keys database", e);
        }
    }

    private Aead unwrap(UUID id, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, kek, context(id))
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data key " + id + " cannot be unwrapped", e);
        }
    }

    private Aead remember(UUID id, Aead key) {
        var now = clock.instant();
        if (unwrapped.size() >= UNWRAPPED_AT_MOST) {
            unwrapped.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (unwrapped.size() < UNWRAPPED_AT_MOST) {
            unwrapped.put(id, new Unwrapped(key, now.plus(UNWRAPPED_FOR)));
        }
        return key;
    }

    private void update(String sql, Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("keys database", e);
        }
    }

    private byte[] context(UUID id) {
        return (service + "|data_key|" + id).getBytes(StandardCharsets.UTF_8);
    }
}
