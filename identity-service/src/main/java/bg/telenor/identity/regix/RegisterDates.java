package bg.telenor.identity.regix;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as the register writes them: with a time and a zone that mean nothing, or by hand. */
final class RegisterDates {

    private static final Pattern ISO =
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(T.*|[Z+-].*)?");

    private static final Pattern BULGARIAN =
            Pattern.compile("(?<day>\\d{2})\\.(?<month>\\d{2})\\.(?<year>\\d{4})( ?г\\.?)?");

    /** Dates outside these years stand for "none", as 0001-01-01 and 9999-12-31 do. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2200;

    private RegisterDates() {}

    /** The date as it is written, or null where it is none that means anything. */
    static LocalDate date(String text) {
        if (text == null) {
            return null;
        }
        return match(text).findFirst().map(RegisterDates::date).orElse(null);
    }

    /** Whether something is said at all, be it a day that does not exist or no date. */
    static boolean isSaid(String text) {
        return text != null && match(text).allMatch(written -> means(number(written, "year")));
    }

    private static Stream<Matcher> match(String text) {
        return Stream.of(ISO.matcher(text), BULGARIAN.matcher(text)).filter(Matcher::matches);
    }

    private static LocalDate date(Matcher written) {
        try {
            var date =
                    LocalDate.of(
                            number(written, "year"),
                            number(written, "month"),
                            number(written, "day"));
            return means(date.getYear()) ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean means(int year) {
        return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    private static int number(Matcher written, String part) {
        return Integer.parseInt(written.group(part));
    }
}
