package bg.telenor.kit.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Encrypted content, a JSON Web Encryption in compact form (RFC 7516). */
public record Jwe(@JsonValue String compact) {

    @JsonCreator
    public Jwe {
        if (compact == null || !compact.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){4}")) {
            throw new IllegalArgumentException("not a compact JWE");
        }
    }

    @Override
    public String toString() {
        return "JWE(" + compact.length() + " characters)";
    }
}
