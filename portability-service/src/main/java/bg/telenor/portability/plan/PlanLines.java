package bg.telenor.portability.plan;

import static bg.telenor.portability.PortabilityError.NUMBERING_PLAN_NOT_VALID;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.web.Lines;
import bg.telenor.portability.domain.NumberKind;
import bg.telenor.portability.domain.NumberRange;
import bg.telenor.portability.domain.NumberingPlan;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads a numbering plan line by line. It stands or falls as a whole. */
@ApplicationScoped
class PlanLines {

    /** More bad lines than these are not named: a file of another kind is bad in every line. */
    private static final int NAMED = 100;

    /** Far more than a country's plan has. */
    private static final int MOST_LINES = 200_000;

    private static final int LONGEST_LINE = 512;
    private static final String CSV_HEAD = "firstDigits,kind,operator,from,until";
    private static final int CSV_COLUMNS = 5;

    /**
     * @param firstDigits of the national numbers
     * @param until exclusive; absent while it lasts
     */
    @Schema(
            name = "NumberRange",
            examples =
                    """
                    {"firstDigits":"88","kind":"MOBILE","operator":"A1",\
                    "from":"1995-01-01T00:00:00Z"}\
                    """)
    record RangeLine(
            String firstDigits,
            NumberKind kind,
            OperatorCode operator,
            Instant from,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant until) {

        static RangeLine of(NumberRange range) {
            return new RangeLine(
                    range.firstDigits(),
                    range.kind(),
                    range.operator(),
                    range.from(),
                    range.until());
        }

        NumberRange range() {
            return new NumberRange(firstDigits, kind, operator, from, until);
        }
    }

    /** How one line is read. */
    private interface Form {
        NumberRange range(byte[] line) throws IOException;
    }

    private final ObjectReader json;

    PlanLines(ObjectMapper json) {
        this.json =
                json.readerFor(RangeLine.class)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * The plan that JSON lines make.
     *
     * @throws ProblemException NUMBERING_PLAN_NOT_VALID, with the lines that cannot stand
     */
    NumberingPlan ofJson(InputStream body) {
        return read(body, false, this::ofJson);
    }

    /** The plan that comma-separated lines make, after a first line that names the columns. */
    NumberingPlan ofCsv(InputStream body) {
        return read(body, true, PlanLines::ofCsv);
    }

    private static NumberingPlan read(InputStream body, boolean hasHead, Form form) {
        var ranges = new ArrayList<NumberRange>();
        var lineOf = new ArrayList<Long>();
        var bad = new TreeMap<Long, String>();
        try (var lines = new Lines(body, LONGEST_LINE)) {
            if (hasHead && !isHead(lines.next().orElse(new byte[0]))) {
                throw refused("line 1 must be " + CSV_HEAD);
            }
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (lines.number() > MOST_LINES) {
                    throw new ProblemException(CommonError.BODY_TOO_LARGE);
                }
                if (line.get().length == 0) {
                    continue;
                }
                try {
                    ranges.add(form.range(line.get()));
                    lineOf.add(lines.number());
                } catch (IOException | IllegalArgumentException | DateTimeException e) {
                    bad.put(lines.number(), "is no range");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var overlap : NumberingPlan.overlaps(ranges)) {
            bad.put(lineOf.get(overlap.place()), "overlaps line " + lineOf.get(overlap.with()));
        }
        if (!bad.isEmpty()) {
            throw refused(inWords(bad));
        }
        if (ranges.isEmpty()) {
            throw refused("there is no line");
        }
        return new NumberingPlan(ranges);
    }

    private NumberRange ofJson(byte[] line) throws IOException {
        RangeLine read = json.readValue(line);
        if (read == null) {
            throw new IllegalArgumentException("null is no range");
        }
        return read.range();
    }

    private static NumberRange ofCsv(byte[] line) {
        var columns = text(line).split(",", -1);
        if (columns.length != CSV_COLUMNS) {
            throw new IllegalArgumentException("a range has five columns");
        }
        return new NumberRange(
                columns[0],
                NumberKind.valueOf(columns[1]),
                new OperatorCode(columns[2]),
                Instant.parse(columns[3]),
                columns[4].isEmpty() ? null : Instant.parse(columns[4]));
    }

    private static boolean isHead(byte[] line) {
        return text(line).equals(CSV_HEAD);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    /** By line numbers, never by content. */
    private static String inWords(Map<Long, String> bad) {
        var named =
                bad.entrySet().stream()
                        .limit(NAMED)
                        .map(line -> "line " + line.getKey() + " " + line.getValue())
                        .collect(Collectors.joining("; "));
        return bad.size() > NAMED ? named + "; and %d more".formatted(bad.size() - NAMED) : named;
    }

    private static ProblemException refused(String why) {
        return new ProblemException(NUMBERING_PLAN_NOT_VALID, why);
    }

    /** A plan as it is imported, so that what was exported can come back. */
    static List<RangeLine> of(NumberingPlan plan) {
        return plan.ranges().stream().map(RangeLine::of).toList();
    }
}
