package bg.telenor.portability.domain;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.Comparator;

/**
 * All numbers that begin alike, given to one operator for a time. Says nothing of who serves a
 * number that was ported.
 *
 * @param firstDigits how their national numbers begin
 * @param until exclusive; null while it lasts
 */
public record NumberRange(
        String firstDigits, NumberKind kind, OperatorCode operator, Instant from, Instant until) {

    /** By digits, and of the same digits the earlier first. */
    static final Comparator<NumberRange> ORDER =
            Comparator.comparing(NumberRange::firstDigits).thenComparing(NumberRange::from);

    private static final int COUNTRY_PREFIX = "+359".length();
    private static final int MOST_DIGITS = 9;

    public NumberRange {
        if (!areDigits(firstDigits)) {
            throw new IllegalArgumentException("range must be the first digits of numbers");
        }
        if (kind == null || operator == null || from == null) {
            throw new IllegalArgumentException("range must have a kind, an operator and a begin");
        }
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("range must end after its begin");
        }
    }

    /** Whether it is in force at a moment. */
    public boolean lastsAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    /** Whether a number begins as the range's do, at whatever time. */
    public boolean covers(Msisdn number) {
        return number.e164().startsWith(firstDigits, COUNTRY_PREFIX);
    }

    /** Whether a number could be of both at some moment. */
    boolean overlaps(NumberRange other) {
        return (firstDigits.startsWith(other.firstDigits)
                        || other.firstDigits.startsWith(firstDigits))
                && (until == null || other.from.isBefore(until))
                && (other.until == null || from.isBefore(other.until));
    }

    private static boolean areDigits(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.charAt(0) != '0'
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
