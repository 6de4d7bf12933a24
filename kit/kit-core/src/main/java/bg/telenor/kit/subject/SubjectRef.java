package bg.telenor.kit.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the suite says instead of a personal identifier: {@code <kind>:<key version>:<base64url
 * HMAC-SHA-256>}. Deterministic, so every service computes the same; still personal data, since the
 * space of identifiers is small: it never leaves the suite, and prints masked.
 */
public record SubjectRef(@JsonValue String value) {

    /** What kind of identifier stands behind a reference; each has a key of its own. */
    public enum Kind {
        EGN,
        LNCH,
        MSISDN,
        STORE,
        /** An employee of ours, by the user name at the login provider. */
        EMPLOYEE;

        String prefix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern FORM =
            Pattern.compile("(egn|lnch|msisdn|store|employee):[1-9][0-9]{0,3}:[A-Za-z0-9_-]{43}");

    @JsonCreator
    public SubjectRef {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a subject reference");
        }
    }

    public Kind kind() {
        return Kind.valueOf(value.substring(0, value.indexOf(':')).toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return kind().prefix() + ":(masked)";
    }
}
