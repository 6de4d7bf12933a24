package bg.telenor.portability.lookup;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.lookup.NumberLookupResource.NumberLookup;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Reads what is to be looked up. The usual form, numbers in E.164 form and nothing else, is read
 * without building a tree; whatever differs from it in any way is Jackson's to read or to refuse.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class LookupReader implements MessageBodyReader<NumberLookup> {

    private final ObjectReader json;

    LookupReader(ObjectMapper json) {
        this.json = json.readerFor(NumberLookup.class);
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == NumberLookup.class;
    }

    @Override
    public NumberLookup readFrom(
            Class<NumberLookup> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readAllBytes();
        return plain(bytes).orElseGet(() -> any(bytes));
    }

    private NumberLookup any(byte[] body) {
        try {
            return json.readValue(body);
        } catch (JacksonException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The usual form, or nothing. */
    static Optional<NumberLookup> plain(byte[] body) {
        var at = new PlainText(body);
        if (!at.skip("{\"numbers\":")) {
            return Optional.empty();
        }
        at.blanks();
        if (!at.skip("[")) {
            return Optional.empty();
        }
        var numbers = new ArrayList<Msisdn>();
        do {
            at.blanks();
            var number = at.number();
            if (number == null) {
                return Optional.empty();
            }
            numbers.add(number);
        } while (at.skip(","));
        return at.skip("]}") && at.isAtEnd()
                ? Optional.of(new NumberLookup(numbers, null))
                : Optional.empty();
    }
}
