package bg.telenor.kit.web;

import io.quarkus.logging.LoggingFilter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Keeps values out of the log: an exception is logged as class and frames without its message, and
 * what looks like a person's number in a message of whatever library is masked.
 */
@LoggingFilter(name = "values")
public final class LogValues implements Filter {

    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9A-Za-z-])(\\+?[0-9]{10,15})(?![0-9A-Za-z-])");

    private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record.getThrown() != null) {
            record.setThrown(Bare.of(record.getThrown(), newSeen()));
        }
        if (record instanceof ExtLogRecord formatted) {
            var numbers = NUMBERS.matcher(MESSAGE.formatMessage(formatted));
            if (numbers.find()) {
                formatted.setMessage(numbers.replaceAll("(masked)"), FormatStyle.NO_FORMAT);
            }
        }
        return true;
    }

    private static Set<Throwable> newSeen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** A throwable without its words. */
    private static final class Bare extends Throwable {

        private static final long serialVersionUID = 1L;

        private final String type;

        private Bare(String type, Throwable cause, StackTraceElement[] frames) {
            super(null, cause, false, true);
            this.type = type;
            setStackTrace(frames);
        }

        static Throwable of(Throwable thrown, Set<Throwable> seen) {
            if (thrown == null || !seen.add(thrown)) {
                return null;
            }
            return new Bare(
                    thrown.getClass().getName(),
                    of(thrown.getCause(), seen),
                    thrown.getStackTrace());
        }

        /** What a stack trace begins with. */
        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return type;
        }
    }
}
