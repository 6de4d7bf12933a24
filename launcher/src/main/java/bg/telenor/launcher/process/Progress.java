package bg.telenor.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says what is going on and how long it has taken, a line each. */
public final class Progress {

    private final Instant start = Instant.now();

    public synchronized void say(String text) {
        System.out.printf(Locale.ROOT, "%6.1fs  %s%n", seconds(elapsed()), text);
        System.out.flush();
    }

    public Duration elapsed() {
        return Duration.between(start, Instant.now());
    }

    public static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
