package bg.telenor.kit.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An operator in the exchange between operators, such as {@code A1}; which exist is configuration.
 */
public record OperatorCode(@JsonValue String value) {

    @JsonCreator
    public OperatorCode {
        if (value == null || !value.matches("[A-Z][A-Z0-9_]{1,15}")) {
            throw new IllegalArgumentException(
                    "operator must be 2 to 16 capital letters, digits or underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
