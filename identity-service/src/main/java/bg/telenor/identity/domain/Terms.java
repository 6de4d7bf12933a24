package bg.telenor.identity.domain;

import java.time.Duration;

/**
 * How long things last, and how often the register is asked.
 *
 * @param patience how long a reference may stay pending
 * @param fresh how long a confirmation is good for
 * @param reuse for how long a confirmation answers the same question again; never longer than it is
 *     fresh
 * @param repeats how often a person is asked about again when it is not known how an inquiry ended
 * @param asking the pauses between inquiries that were not answered
 * @param checking the pauses before and between looks for an answer that comes later
 */
public record Terms(
        Duration patience,
        Duration fresh,
        Duration reuse,
        int repeats,
        BackOff asking,
        BackOff checking) {}
