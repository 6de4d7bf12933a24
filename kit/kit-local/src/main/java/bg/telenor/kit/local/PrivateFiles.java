package bg.telenor.kit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Files that only their owner reads: keys and certificates. */
final class PrivateFiles {

    private PrivateFiles() {}

    /** Writes the file unless it is there, and returns what it holds. */
    static String once(Path file, Supplier<String> content) {
        if (!Files.exists(file)) {
            write(file, content.get());
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes whole or not at all: a start that is killed leaves no half key. */
    static void write(Path file, String content) {
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(folder, ".draft", "", ownerOnly);
            Files.writeString(draft, content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
