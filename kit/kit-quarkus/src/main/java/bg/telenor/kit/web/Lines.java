package bg.telenor.kit.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The lines of a body that streams, one at a time: neither a long line nor many of them fill the
 * memory. Not thread-safe.
 */
public final class Lines implements AutoCloseable {

    private final InputStream in;
    private final int longest;
    private long number;

    /**
     * @param longest how many bytes a line may have
     */
    public Lines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in);
        this.longest = longest;
    }

    /**
     * The next line without its end (LF or CRLF); empty after the last. One that is too long comes
     * cut, one byte longer than it may be.
     */
    public Optional<byte[]> next() throws IOException {
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        number++;
        var line = new ByteArrayOutputStream();
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (read != '\r' && line.size() <= longest) {
                line.write(read);
            }
        }
        return Optional.of(line.toByteArray());
    }

    /** Of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /** Whether a line is longer than it may be. */
    public boolean isTooLong(byte[] line) {
        return line.length > longest;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
