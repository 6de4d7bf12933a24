package bg.telenor.consent.holdings;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of an import, as they come in: neither one line nor their number may fill the memory.
 */
final class Lines implements AutoCloseable {

    private static final int MAX_LENGTH = 4096;
    private static final int MAX_LINES = 100_000;

    private final InputStream in;
    private int number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line; empty after the last. One that is too long comes as its beginning, which is no
     * JSON object and so refused by itself.
     */
    Optional<String> next() throws IOException {
        var line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        if (++number > MAX_LINES) {
            throw new ProblemException(CommonError.BODY_TOO_LARGE);
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() < MAX_LENGTH) {
                line.write(read);
            }
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /** Of the line last read, from 1. */
    int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
