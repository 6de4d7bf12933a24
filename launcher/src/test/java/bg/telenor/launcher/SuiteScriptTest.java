package bg.telenor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteScriptTest {

    private static final List<String> MODULES =
            List.of(
                    "kit/kit-core",
                    "events",
                    "kit/kit-local",
                    "kit/kit-quarkus",
                    "counterparts",
                    "identity-service",
                    "portability-service",
                    "debt-check-service",
                    "pay-with-telenor-service",
                    "consent-service",
                    "clients",
                    "launcher",
                    "benchmarks");

    @TempDir Path clone;

    @Test
    void saysWhatItCanDo() throws Exception {
        assertThat(suite(Path.of(".."), "--help"))
                .contains("up ", "demo ", "down ", "status ", "logs ", "token ", "replay ")
                .contains("test ", "fmt ", "openapi ", "ci ", "clean ");
    }

    @Test
    void everythingIsStaleInAFreshClone() throws Exception {
        freshClone();

        assertThat(stale()).containsExactlyElementsOf(MODULES);
    }

    @Test
    void nothingIsStaleOnceBuilt() throws Exception {
        freshClone();
        pretendToBuild();

        assertThat(stale()).isEmpty();
    }

    @Test
    void aChangedServiceIsStaleAlone() throws Exception {
        freshClone();
        pretendToBuild();
        Files.writeString(clone.resolve("consent-service/src/main/Some.java"), "changed");

        assertThat(stale()).containsExactly("consent-service");
    }

    @Test
    void aChangedLibraryMakesAllStaleThatUseIt() throws Exception {
        freshClone();
        pretendToBuild();
        Files.writeString(clone.resolve("counterparts/src/main/Some.java"), "changed");

        assertThat(stale()).containsExactly("counterparts", "launcher", "benchmarks");
    }

    @Test
    void whatIsGoneIsStale() throws Exception {
        freshClone();
        pretendToBuild();
        Files.delete(clone.resolve("identity-service/target/quarkus-app/quarkus-run.jar"));

        assertThat(stale()).containsExactly("identity-service", "benchmarks");
    }

    private void freshClone() throws IOException {
        Files.copy(Path.of("../suite"), clone.resolve("suite"));
        Files.createDirectories(clone.resolve("kit"));
        Files.writeString(clone.resolve("pom.xml"), "parent");
        Files.writeString(clone.resolve("kit/pom.xml"), "kit");
        for (var module : MODULES) {
            Files.createDirectories(clone.resolve(module).resolve("src/main"));
            Files.writeString(clone.resolve(module).resolve("pom.xml"), module);
            Files.writeString(clone.resolve(module).resolve("src/main/Some.java"), "code");
        }
    }

    private void pretendToBuild() throws Exception {
        for (var module : MODULES) {
            var target = clone.resolve(module).resolve("target");
            Files.createDirectories(target.resolve("classes"));
            Files.createDirectories(target.resolve("lib"));
            Files.createDirectories(target.resolve("quarkus-app"));
            Files.createFile(target.resolve("quarkus-app/quarkus-run.jar"));
            Files.createFile(target.resolve("class-path"));
        }
        suite(clone, "stamp");
    }

    private List<String> stale() throws Exception {
        var said = suite(clone, "stale").strip();
        return said.isEmpty() ? List.of() : List.of(said.split(" "));
    }

    private static String suite(Path folder, String command) throws Exception {
        var process =
                new ProcessBuilder("bash", "suite", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
