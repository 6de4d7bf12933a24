package bg.telenor.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void countsWhatIsBelowAProcessToo() throws Exception {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/smaps_rollup")));
        var command = "sleep 60 & echo started; wait";
        var child = new ProcessBuilder("sh", "-c", command).start();
        try (var output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("started");

            var alone = Memory.ofItAlone(child.toHandle());

            assertThat(alone).isPositive();
            assertThat(Memory.of(child.toHandle())).isGreaterThan(alone);
        } finally {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
        }
    }

    @Test
    void isNothingOfAProcessThatHasEnded() throws Exception {
        var child = new ProcessBuilder("true").start();
        child.waitFor();

        assertThat(Memory.of(child.toHandle())).isZero();
    }
}
