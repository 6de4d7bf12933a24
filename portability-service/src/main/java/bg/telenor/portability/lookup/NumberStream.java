package bg.telenor.portability.lookup;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.web.Lines;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers numbers line by line, as they come in: however many, they do not fill the memory. */
@ApplicationScoped
class NumberStream {

    private static final int LONGEST_LINE = 256;
    private static final int AT_ONCE = 32 * 1024;

    /** One number, now or as of a moment. */
    @Schema(examples = "{\"number\":\"+359888001234\",\"asOf\":\"2026-03-06T09:00:00Z\"}")
    record NumberLine(@JsonProperty(required = true) Msisdn number, Instant asOf) {}

    private final NumberLookups lookups;
    private final LookupWriter writer;
    private final ObjectReader reader;

    NumberStream(NumberLookups lookups, LookupWriter writer, ObjectMapper json) {
        this.lookups = lookups;
        this.writer = writer;
        this.reader =
                json.readerFor(NumberLine.class)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Answers until the numbers end; empty lines are none. */
    void answer(InputStream numbers, OutputStream answers) throws IOException {
        var lines = new Lines(numbers, LONGEST_LINE);
        var out = new Bytes(2 * AT_ONCE);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().length > 0) {
                answer(line.get(), lines.number(), out);
                out.add((byte) '\n');
            }
            if (out.length() > AT_ONCE) {
                out.drainTo(answers);
            }
        }
        out.drainTo(answers);
        answers.flush();
    }

    private void answer(byte[] line, long count, Bytes out) {
        try {
            var asked = read(line);
            writer.write(asked.number(), lookups.momentOf(asked.asOf()), out);
        } catch (IOException e) {
            out.add("{\"line\":" + count + ",\"code\":\"INVALID_NUMBER\"}");
        }
    }

    private NumberLine read(byte[] line) throws IOException {
        var at = new PlainText(line);
        if (at.skip("{\"number\":")) {
            at.blanks();
            var number = at.number();
            if (number != null && at.skip("}") && at.isAtEnd()) {
                return new NumberLine(number, null);
            }
        }
        NumberLine asked = reader.readValue(line);
        if (asked == null || asked.number() == null) {
            throw new IOException("no number");
        }
        return asked;
    }
}
