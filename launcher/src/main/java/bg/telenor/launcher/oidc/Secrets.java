package bg.telenor.launcher.oidc;

import bg.telenor.kit.local.LocalPostgres.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords of this machine, made at first need and kept where only their owner reads them. */
public final class Secrets {

    private final Path file;
    private final Properties known = new Properties();

    public Secrets(Path state) {
        file = state.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Passwords database(String database) {
        return new Passwords(password(database + ".owner"), password(database + ".app"));
    }

    public String user(String name) {
        return password("user." + name);
    }

    private synchronized String password(String name) {
        var password = known.getProperty(name);
        if (password == null) {
            password = random();
            known.setProperty(name, password);
            store();
        }
        return password;
    }

    private void store() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            try (var writer = Files.newBufferedWriter(file)) {
                known.store(writer, "Of this machine only");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
