package bg.telenor.launcher.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes, those of an earlier run that crashed too. */
public final class Processes {

    /** The process that started all others, and stops them when it is told to end. */
    public static final String LAUNCHER = "launcher";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Processes() {}

    /** Stops the launcher that runs, and after it what a crash left behind. Says what it found. */
    public static int stopAll(Place place) {
        var found = 0;
        var launcher = new PidFile(place.pid(LAUNCHER));
        found += stop(launcher);
        for (var file : PidFile.all(place.state().resolve("pids"))) {
            found += stop(file);
        }
        return found;
    }

    private static int stop(PidFile file) {
        var running = file.running();
        running.ifPresent(
                process -> {
                    process.destroy();
                    awaitEnd(process);
                });
        file.delete();
        return running.isPresent() ? 1 : 0;
    }

    public static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
