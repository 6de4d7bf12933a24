package bg.telenor.debtcheck.obligation;

import bg.telenor.kit.web.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes in obligations line by line: each stands or falls by itself, and may be sent again. */
@ApplicationScoped
class ObligationImport {

    /** More than these are counted and not listed: a file of another kind is bad in every line. */
    private static final int LISTED = 1000;

    private static final int LONGEST_LINE = 4 * 1024;

    /**
     * @param refusedLines how many were refused, listed or not
     * @param refused the first of them
     */
    @Schema(
            name = "ObligationImport",
            examples =
                    """
                    {"accepted":2,"refusedLines":1,\
                    "refused":[{"line":3,"code":"INVALID_IDENTIFIER"}]}\
                    """)
    record Summary(long accepted, long refusedLines, List<Refused> refused) {}

    /** A line by its number, from 1, and never by its content. */
    record Refused(long line, LineError code) {}

    private final ObligationLines lines;
    private final Obligations obligations;

    ObligationImport(ObligationLines lines, Obligations obligations) {
        this.lines = lines;
        this.obligations = obligations;
    }

    Summary receive(InputStream body) {
        long accepted = 0;
        long refusedLines = 0;
        var refused = new ArrayList<Refused>();
        try (var read = new Lines(body, LONGEST_LINE)) {
            for (var line = read.next(); line.isPresent(); line = read.next()) {
                if (isBlank(line.get())) {
                    continue;
                }
                try {
                    if (read.isTooLong(line.get())) {
                        throw new LineRefused(LineError.LINE_TOO_LONG);
                    }
                    obligations.put(lines.parse(line.get()));
                    accepted++;
                } catch (LineRefused e) {
                    refusedLines++;
                    if (refused.size() < LISTED) {
                        refused.add(new Refused(read.number(), e.code()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Summary(accepted, refusedLines, List.copyOf(refused));
    }

    private static boolean isBlank(byte[] line) {
        for (var b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
