package bg.telenor.kit.vault;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals content with AES-256-GCM under data keys that can be destroyed. Sealed bytes open only at
 * the place that they were sealed for, in this service.
 *
 * <p>Keys and data are never one transaction. A key is committed before the row that names it, so a
 * death in between leaves a key without use, which is swept; and it is destroyed after the commit
 * that retired it, so that no row ever needs a key that is gone.
 */
@ApplicationScoped
public class Vault {

    private static final int ATTEMPTS = 5;

    private final VaultKeys keys;
    private final KeyStore store;
    private final SpareKeys spares;
    private final String service;

    Vault(
            VaultKeys keys,
            KeyStore store,
            SpareKeys spares,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.keys = keys;
        this.store = store;
        this.spares = spares;
        this.service = service;
    }

    /** The key to seal with in this transaction for a scope; made when there is none in use. */
    @Transactional(TxType.MANDATORY)
    public UUID keyFor(String scope) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var key = keys.active(scope).or(() -> create(scope));
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new IllegalStateException("the scope's key is retired as often as it is made");
    }

    /**
     * @param place what the content is and where it lies; it opens nowhere else
     */
    public byte[] seal(UUID key, String place, byte[] content) {
        try {
            return existing(key).encrypt(content, context(key, place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("content cannot be sealed", e);
        }
    }

    /**
     * The content, or empty when its key was destroyed: then it is erased, wherever its row came
     * from.
     *
     * @throws IllegalStateException when the bytes were sealed for another place, or changed
     */
    public Optional<byte[]> open(UUID key, String place, byte[] sealed) {
        return store.find(key).map(found -> decrypt(found, context(key, place), sealed));
    }

    /**
     * Retires those of the keys that no document needs any more: nothing is sealed with them from
     * now on. {@link #destroy} must follow after the commit.
     */
    @Transactional(TxType.MANDATORY)
    public List<UUID> retireUnused(Collection<UUID> unneeded) {
        return keys.retireUnused(unneeded);
    }

    /** Destroys retired keys: they are gone when this returns, also if the transaction fails. */
    @Transactional(TxType.MANDATORY)
    public void destroy(Collection<UUID> retired) {
        store.delete(retired);
        keys.destroyed(retired);
    }

    /** Empty when another transaction was first; the key taken here is then without use. */
    private Optional<UUID> create(String scope) {
        var id = spares.take();
        return keys.add(id, scope) ? Optional.of(id) : Optional.empty();
    }

    private Aead existing(UUID key) {
        return store.find(key)
                .orElseThrow(() -> new IllegalStateException("key " + key + " is gone"));
    }

    private static byte[] decrypt(Aead key, byte[] context, byte[] sealed) {
        try {
            return key.decrypt(sealed, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed bytes do not open at this place", e);
        }
    }

    private byte[] context(UUID key, String place) {
        return (service + "|" + place + "|" + key).getBytes(StandardCharsets.UTF_8);
    }
}
