package bg.telenor.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Pauses that double.
 *
 * @param first the pause after the first time
 * @param longest the longest pause
 */
public record BackOff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 16;

    /** When it is time again, after so many times. */
    public Instant after(int times, Instant at) {
        var pause = first.multipliedBy(1L << Math.clamp(times - 1, 0, MOST_DOUBLINGS));
        return at.plus(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
