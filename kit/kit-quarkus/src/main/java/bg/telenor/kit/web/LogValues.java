package bg.telenor.kit.web;

import io.quarkus.logging.LoggingFilter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Keeps values out of the log: an exception is logged as class and frames without its message, and
 * what looks like a person's number in a message of whatever library is masked.
 */
@LoggingFilter(name = "values")
public final class LogValues implements Filter {

    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9A-Za-z-])(\\+?[0-9]{10,15})(?![0-9A-Za-z-])");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record.getThrown() != null) {
            record.setThrown(Bare.of(record.getThrown(), newSeen()));
        }
        if (record.getMessage() != null && NUMBERS.matcher(record.getMessage()).find()) {
            record.setMessage(NUMBERS.matcher(record.getMessage()).replaceAll("(masked)"));
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

        @Override
        public String toString() {
            return type;
        }
    }
}
