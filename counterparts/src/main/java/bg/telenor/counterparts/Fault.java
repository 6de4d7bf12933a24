package bg.telenor.counterparts;

import java.time.Duration;

/**
 * How a counterpart fails.
 *
 * @param delay how late a slow answer is; the effect of the call has happened by then
 * @param times for how many calls, or 0 for all until another fault is set
 */
public record Fault(Mode mode, Duration delay, int times) {

    public static final Fault NONE = new Fault(Mode.NONE, Duration.ZERO, 0);

    /** In which way. */
    public enum Mode {
        NONE,
        /** Answers late. */
        SLOW,
        /** Its port is closed: a caller is refused before a byte is sent. */
        DOWN,
        /** Answers 200 with bytes that mean nothing. */
        GARBAGE,
        /** Signs what does not fit, or with a key that nobody knows: the counterpart's to do. */
        WRONG_SIGNATURE,
        /** Does what it was asked, then breaks off in the middle of its answer. */
        HALF_ANSWER
    }

    public static Fault of(Mode mode) {
        return new Fault(mode, Duration.ZERO, 0);
    }

    public static Fault once(Mode mode) {
        return new Fault(mode, Duration.ZERO, 1);
    }

    public static Fault slow(Duration delay) {
        return new Fault(Mode.SLOW, delay, 0);
    }
}
