package bg.telenor.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A process of the suite: its output goes to a log of its name, its number to a pid file. */
public final class Child {

    private static final Duration OWN_END = Duration.ofSeconds(90);

    private static final List<String> KEPT_ENVIRONMENT =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");

    private final String name;
    private final Process process;
    private final PidFile pidFile;

    private Child(String name, Process process, PidFile pidFile) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
    }

    /** The JVM that runs this program runs the others too. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts a command with this environment and no other, so that runs are alike everywhere. */
    public static Child start(
            Place place, String name, List<String> command, Map<String, String> environment) {
        try {
            var log = place.log(name);
            Files.createDirectories(log.getParent());
            var builder =
                    new ProcessBuilder(command)
                            .directory(place.state().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var inherited = new TreeMap<>(builder.environment());
            builder.environment().clear();
            KEPT_ENVIRONMENT.stream()
                    .filter(inherited::containsKey)
                    .forEach(key -> builder.environment().put(key, inherited.get(key)));
            builder.environment().putAll(environment);
            var process = builder.start();
            var pidFile = new PidFile(place.pid(name));
            pidFile.write(process.toHandle());
            return new Child(name, process, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not start", e);
        }
    }

    public String name() {
        return name;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end; {@link #awaitEnd} sees to it. */
    public void end() {
        process.destroy();
    }

    /** Gives it no time for anything. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits, however long it takes, and says with what code it ended. */
    public int awaitResult() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        } finally {
            pidFile.delete();
        }
    }

    /**
     * Waits for an end that nobody asked for.
     *
     * @throws IllegalStateException when it goes on
     */
    public void awaitOwnEnd() {
        try {
            if (!process.waitFor(OWN_END.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not end by itself");
            }
            pidFile.delete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    public void awaitEnd() {
        Processes.awaitEnd(process.toHandle());
        pidFile.delete();
    }
}
