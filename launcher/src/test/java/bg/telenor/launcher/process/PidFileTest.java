package bg.telenor.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir Path folder;

    @Test
    void findsTheProcessWhileItRuns() throws IOException {
        var file = new PidFile(folder.resolve("pids").resolve("sleeper"));
        var process = new ProcessBuilder("sleep", "60").start();
        file.write(process.toHandle());

        assertThat(file.running()).contains(process.toHandle());

        process.destroyForcibly().onExit().join();
        assertThat(file.running()).isEmpty();
    }

    @Test
    void leavesAnotherProcessOfTheSameNumberAlone() throws IOException {
        var file = new PidFile(folder.resolve("launcher"));
        var own = ProcessHandle.current().pid();

        Files.writeString(file.file(), own + " 2001-01-01T00:00:00Z\n");
        assertThat(file.running()).isEmpty();

        Files.writeString(file.file(), "not a number\n");
        assertThat(file.running()).isEmpty();
    }

    @Test
    void stopsWhatACrashLeftBehind() throws IOException {
        var place = new Place(folder, folder.resolve(".suite"), new Ports(8080));
        var process = new ProcessBuilder("sleep", "60").start();
        new PidFile(place.pid("kafka")).write(process.toHandle());

        assertThat(Processes.stopAll(place)).isEqualTo(1);

        assertThat(process.isAlive()).isFalse();
        assertThat(PidFile.all(place.state().resolve("pids"))).isEqualTo(List.of());
        assertThat(Processes.stopAll(place)).isZero();
    }
}
