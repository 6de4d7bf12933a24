package bg.telenor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    @TempDir Path folder;

    @Test
    void aRebuiltClassHasAnotherCache() throws IOException {
        var jar = jar("old code");
        var before = cache(OPTIONS);

        assertThat(cache(OPTIONS)).isEqualTo(before);
        Files.writeString(jar, "new code");

        assertThat(cache(OPTIONS)).isNotEqualTo(before);
    }

    @Test
    void otherOptionsHaveAnotherCache() throws IOException {
        jar("code");

        assertThat(cache(List.of("-XX:+UseZGC"))).isNotEqualTo(cache(OPTIONS));
    }

    @Test
    void recordsADraftAndUsesItOnceItIsKept() throws IOException {
        jar("code");
        var cache = cache(OPTIONS);
        cache.prepare();
        assertThat(cache.reading()).isEmpty();
        var draft = Path.of(cache.writing().getFirst().replace("-XX:AOTCacheOutput=", ""));

        Files.writeString(draft, "cache");
        cache.keep();

        assertThat(cache.reading()).containsExactly("-XX:AOTCache=" + cache.file());
        assertThat(cache.file()).hasContent("cache");
    }

    @Test
    void aNewCacheTakesThePlaceOfTheOld() throws IOException {
        var jar = jar("old code");
        var old = cache(OPTIONS);
        old.prepare();
        Files.createFile(old.file());

        Files.writeString(jar, "new code");
        var cache = cache(OPTIONS);
        cache.prepare();
        Files.createFile(cache.draft());
        cache.keep();

        assertThat(cache.file()).exists();
        assertThat(old.file()).doesNotExist();
    }

    private AotCache cache(List<String> options) {
        return AotCache.of(folder.resolve("aot"), "8080", folder.resolve("quarkus-app"), options);
    }

    private Path jar(String content) throws IOException {
        var lib = Files.createDirectories(folder.resolve("quarkus-app/lib"));
        return Files.writeString(lib.resolve("service.jar"), content);
    }
}
