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
    void usesACacheThatIsThereAndRecordsOneThatIsNot() throws IOException {
        jar("code");
        var cache = cache(OPTIONS);

        assertThat(cache.options()).containsExactly("-XX:AOTCacheOutput=" + cache.file());

        Files.createDirectories(cache.file().getParent());
        Files.createFile(cache.file());
        assertThat(cache.options()).containsExactly("-XX:AOTCache=" + cache.file());
    }

    private AotCache cache(List<String> options) {
        return AotCache.of(folder.resolve("aot"), folder.resolve("quarkus-app"), options);
    }

    private Path jar(String content) throws IOException {
        var lib = Files.createDirectories(folder.resolve("quarkus-app/lib"));
        return Files.writeString(lib.resolve("service.jar"), content);
    }
}
