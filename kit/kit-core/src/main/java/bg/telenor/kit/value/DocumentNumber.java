package bg.telenor.kit.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The number of an identity document. Only its alphabet and length are checked (6 to 12 letters or
 * digits): which forms exist is the register's to know. Cyrillic letters that look like Latin ones
 * are read as Latin.
 */
public record DocumentNumber(@JsonValue String value) {

    private static final String CYRILLIC = "АВЕКМНОРСТХ";
    private static final String LATIN = "ABEKMHOPCTX";

    public DocumentNumber {
        if (value == null || !value.matches("[A-Z0-9]{6,12}")) {
            throw new IllegalArgumentException("document number must be 6 to 12 letters or digits");
        }
    }

    /** Reads a document number as typed: blanks go, lower case and look-alikes are put right. */
    @JsonCreator
    public static DocumentNumber of(String written) {
        if (written == null) {
            throw new IllegalArgumentException("document number is missing");
        }
        var normal = new StringBuilder();
        for (char c : written.toUpperCase(Locale.ROOT).toCharArray()) {
            int lookAlike = CYRILLIC.indexOf(c);
            if (lookAlike >= 0) {
                normal.append(LATIN.charAt(lookAlike));
            } else if (!Character.isWhitespace(c)) {
                normal.append(c);
            }
        }
        return new DocumentNumber(normal.toString());
    }

    @Override
    public String toString() {
        return "DocumentNumber(masked)";
    }
}
