package bg.telenor.debtcheck.obligation;

import bg.telenor.kit.value.Money;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads obligations from JSON lines, one at a time, so that an import may be of any length. */
@ApplicationScoped
class ObligationLines {

    private static final int LONGEST = 4 * 1024;

    private final ObjectReader reader;

    ObligationLines(ObjectMapper json) {
        reader =
                json.readerFor(ObligationLine.class)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * The next line without its end, cut where it is longer than any good one; null when there is
     * none.
     */
    byte[] next(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() <= LONGEST) {
                line.write(read);
            }
            read = in.read();
        }
        return line.toByteArray();
    }

    ObligationLine parse(byte[] line) throws LineRefused {
        if (line.length > LONGEST) {
            throw new LineRefused(LineError.LINE_TOO_LONG);
        }
        try {
            ObligationLine obligation = reader.readValue(line);
            if (obligation == null || !obligation.isWhole()) {
                throw new LineRefused(LineError.FIELD_MISSING);
            }
            if (!obligation.amount().currency().equals(Money.EUR)) {
                throw new LineRefused(LineError.WRONG_CURRENCY);
            }
            return obligation;
        } catch (JsonProcessingException e) {
            throw new LineRefused(reason(e));
        } catch (IOException e) {
            throw new LineRefused(LineError.NOT_JSON);
        }
    }

    private static LineError reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return LineError.UNKNOWN_FIELD;
        }
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return LineError.NOT_JSON;
        }
        var field = mapping.getPath().getFirst().getFieldName();
        return switch (field == null ? "" : field) {
            case "identifier" -> LineError.INVALID_IDENTIFIER;
            case "amount" -> LineError.INVALID_AMOUNT;
            default -> LineError.INVALID_FIELD;
        };
    }
}
