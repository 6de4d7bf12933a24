package bg.telenor.identity.reference;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How long the caller would rather wait than come back: {@code Prefer: wait=5} (RFC 7240). What
 * cannot be read or honoured is ignored, as the RFC wants.
 */
public record Preference(Duration patience) {

    static final String HEADER = "Prefer";

    private static final Pattern WAIT = Pattern.compile("(?:.*[,; ])?wait ?= ?\"?(\\d{1,4})\"?.*");
    private static final long USUAL = 5;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Read by JAX-RS. */
    public static Preference fromString(String header) {
        var wait = WAIT.matcher(header);
        var seconds = wait.matches() ? Long.parseLong(wait.group(1)) : USUAL;
        var wanted = Duration.ofSeconds(seconds);
        return new Preference(wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST);
    }
}
