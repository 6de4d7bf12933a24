package bg.telenor.kit.keys;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of one machine, from files outside the data folders. Production has a KMS or HSM
 * instead: there these files are refused, and other producers of the same beans take their place.
 */
@ApplicationScoped
class KeyFiles {

    private record SubjectKeys(int version, Map<SubjectRef.Kind, byte[]> keys) {}

    private final Path folder;

    KeyFiles(@ConfigProperty(name = "suite.keys.dir") Path folder) {
        this.folder = folder;
    }

    void refuseInProduction(@Observes StartupEvent started) {
        if (ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException(
                    "profile prod does not take keys from files; a key management service is"
                            + " needed");
        }
    }

    @Produces
    @ApplicationScoped
    SubjectRefs subjectRefs() {
        try {
            var keys = new JsonMapper().readValue(read("subject-refs.json"), SubjectKeys.class);
            return SubjectRefs.keyed(keys.keys());
        } catch (IOException e) {
            throw new IllegalStateException("subject-refs.json is not a set of keys", e);
        }
    }

    /** The key-encryption key: it wraps the data keys of the vault. */
    @Produces
    @ApplicationScoped
    @Named("vault-kek")
    Aead keyEncryptionKey() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            read("vault-kek.json"), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("vault-kek.json is not a keyset", e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
