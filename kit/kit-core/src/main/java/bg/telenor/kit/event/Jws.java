package bg.telenor.kit.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A JSON Web Signature in compact form (RFC 7515), with its payload or detached. */
public record Jws(@JsonValue String compact) {

    @JsonCreator
    public Jws {
        if (compact == null
                || !compact.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("not a compact JWS");
        }
    }
}
