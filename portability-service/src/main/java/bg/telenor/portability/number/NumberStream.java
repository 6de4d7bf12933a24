package bg.telenor.portability.number;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.web.Lines;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers numbers line by line, as they come in: however many, they do not fill the memory. */
@ApplicationScoped
class NumberStream {

    private static final int LONGEST_LINE = 256;

    /** One number, now or as of a moment. */
    @Schema(examples = "{\"number\":\"+359888001234\",\"asOf\":\"2026-03-06T09:00:00Z\"}")
    record NumberLine(@JsonProperty(required = true) Msisdn number, Instant asOf) {}

    /** A line that is not one, by its number, from 1; the others are answered all the same. */
    record BadLine(long line, String code) {

        BadLine(long line) {
            this(line, "INVALID_NUMBER");
        }
    }

    private final NumberLookups lookups;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    NumberStream(NumberLookups lookups, ObjectMapper json) {
        this.lookups = lookups;
        this.reader =
                json.readerFor(NumberLine.class)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.writer =
                json.writer()
                        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    }

    /** Answers until the numbers end; empty lines are none. */
    void answer(InputStream numbers, OutputStream answers) throws IOException {
        var lines = new Lines(numbers, LONGEST_LINE);
        var out = new BufferedOutputStream(answers);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().length > 0) {
                writer.writeValue(out, answer(line.get(), lines.number()));
                out.write('\n');
            }
        }
        out.flush();
    }

    private Object answer(byte[] line, long count) {
        try {
            NumberLine asked = reader.readValue(line);
            return asked == null || asked.number() == null
                    ? new BadLine(count)
                    : lookups.of(asked.number(), lookups.momentOf(asked.asOf()));
        } catch (IOException e) {
            return new BadLine(count);
        }
    }
}
