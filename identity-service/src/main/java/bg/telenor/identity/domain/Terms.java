package bg.telenor.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long things last, and how often the register is asked.
 *
 * @param patience how long a reference may stay pending
 * @param fresh how long a confirmation is good for
 * @param reuse for how long a confirmation answers the same question again; never longer than it is
 *     fresh
 * @param repeats how often a person is asked about again when it is not known how an inquiry ended
 * @param firstBackOff the pause after the first inquiry that was not answered; it doubles
 * @param longestBackOff the longest pause
 */
public record Terms(
        Duration patience,
        Duration fresh,
        Duration reuse,
        int repeats,
        Duration firstBackOff,
        Duration longestBackOff) {

    /** When to ask again after so many attempts. */
    Instant again(int attempts, Instant at) {
        var pause = firstBackOff.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 16));
        return at.plus(pause.compareTo(longestBackOff) < 0 ? pause : longestBackOff);
    }
}
