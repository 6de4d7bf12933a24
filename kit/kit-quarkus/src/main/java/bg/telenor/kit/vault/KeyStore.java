package bg.telenor.kit.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private final AgroalDataSource database;
    private final Aead kek;
    private final String service;
    private final Clock clock;
    private final Cache<UUID, Aead> unwrapped =
            Caffeine.newBuilder()
                    .expireAfterWrite(UNWRAPPED_FOR)
                    .maximumSize(UNWRAPPED_AT_MOST)
                    .build();

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

    /** Makes so many keys; they are committed when this returns. */
    List<UUID> create(int howMany) {
        var made = new HashMap<UUID, Aead>();
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO data_key (key_id, wrapped, created_at)"
                                        + " SELECT *, ? FROM unnest(?, ?)")) {
            var ids = new UUID[howMany];
            var wrapped = new byte[howMany][];
            for (int i = 0; i < howMany; i++) {
                var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
                ids[i] = UUID.randomUUID();
                wrapped[i] =
                        TinkProtoKeysetFormat.serializeEncryptedKeyset(key, kek, context(ids[i]));
                made.put(ids[i], key.getPrimitive(RegistryConfiguration.get(), Aead.class));
            }
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setArray(2, connection.createArrayOf("uuid", ids));
            insert.setArray(3, connection.createArrayOf("bytea", wrapped));
            insert.executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data keys cannot be made", e);
        } catch (SQLException e) {
            throw new PersistenceException("keys database", e);
        }
        unwrapped.putAll(made);
        return List.copyOf(made.keySet());
    }

    /** The key, or empty when it was destroyed. */
    Optional<Aead> find(UUID id) {
        var known = unwrapped.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        var found = wrapped(id).map(bytes -> unwrap(id, bytes));
        found.ifPresent(key -> unwrapped.put(id, key));
        return found;
    }

    /** Deletes keys; a second time does nothing. */
    void delete(Collection<UUID> ids) {
        update("DELETE FROM data_key WHERE key_id = ANY (?)", ids);
        unwrapped.invalidateAll(ids);
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
