package bg.telenor.debtcheck.obligation;

import bg.telenor.kit.value.Money;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads an obligation from a line of JSON. */
@ApplicationScoped
class ObligationLines {

    private final ObjectReader reader;

    ObligationLines(ObjectMapper json) {
        reader =
                json.readerFor(ObligationLine.class)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    ObligationLine parse(byte[] line) throws LineRefused {
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
