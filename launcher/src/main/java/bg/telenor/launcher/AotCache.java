package bg.telenor.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JDK 25 AOT cache for one service, which halves its start. A cache of another build would
 * silently run that build's code: its name is the hash of all that it was made from, so it is found
 * on an exact match only.
 */
record AotCache(Path file, Path draft) {

    private static final String DRAFT = "draft-";

    /**
     * Where the cache of a built service is, or would be.
     *
     * @param folder of this service's caches alone
     * @param writer whose draft it is: suites that run side by side share caches, not drafts
     * @param application the folder of the built service
     * @param options the JVM's options, collector included
     */
    static AotCache of(Path folder, String writer, Path application, List<String> options) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            update(digest, Runtime.version().toString());
            update(digest, System.getProperty("java.vm.version"));
            options.forEach(option -> update(digest, option));
            for (var jar : jars(application)) {
                update(digest, application.relativize(jar).toString());
                digest.update(Files.readAllBytes(jar));
            }
            var hash = HexFormat.of().formatHex(digest.digest()).substring(0, 32);
            return new AotCache(
                    folder.resolve(hash + ".aot"), folder.resolve(DRAFT + writer + ".aot"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Options that use the cache where there is one. */
    List<String> reading() {
        return exists() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** Options that record a draft of a cache, which the JVM writes when it ends. */
    List<String> writing() {
        return List.of("-XX:AOTCacheOutput=" + draft);
    }

    /** Makes room for a draft; the JVM does not. */
    void prepare() {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the draft of a run that was a good one, in place of all earlier caches. */
    void keep() {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> caches = Files.list(file.getParent())) {
            for (var old : caches.filter(AotCache::isNoDraft).toList()) {
                Files.delete(old);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNoDraft(Path file) {
        return !file.getFileName().toString().startsWith(DRAFT);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static List<Path> jars(Path application) throws IOException {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
