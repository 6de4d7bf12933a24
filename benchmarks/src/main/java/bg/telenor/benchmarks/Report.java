package bg.telenor.benchmarks;

import bg.telenor.benchmarks.Load.Latencies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, beside the limit that it has. */
final class Report {

    /**
     * @param part of what it is a figure
     * @param limit or null where the figure is there for comparison
     * @param met null without a limit
     */
    private record Line(
            String part, String what, double value, String unit, Double limit, Boolean met) {}

    /** The file that is kept. */
    private record Kept(
            Instant at, String java, int processors, String system, List<Line> measured) {}

    private final List<Line> lines = new ArrayList<>();
    private String part = "";

    /** What the figures after it are of. */
    void title(String next) {
        part = next;
        System.out.println(next);
    }

    void atMost(String what, double value, String unit, double limit) {
        add(new Line(part, what, value, unit, limit, value <= limit));
    }

    void atLeast(String what, double value, String unit, double limit) {
        add(new Line(part, what, value, unit, limit, value >= limit));
    }

    /** What could not be measured here, and why: the run does not count as all met. */
    void missing(String why) {
        lines.add(new Line(part, why, 0, "", 0.0, false));
        System.out.println("  " + why);
    }

    void figure(String what, double value, String unit) {
        add(new Line(part, what, value, unit, null, null));
    }

    void latencies(String what, Latencies latencies) {
        figure(what + ", p50", latencies.p50(), "ms");
        figure(what + ", p90", latencies.p90(), "ms");
        figure(what + ", p99", latencies.p99(), "ms");
        figure(what + ", longest of " + latencies.calls(), latencies.longest(), "ms");
    }

    boolean allMet() {
        return lines.stream().noneMatch(line -> Boolean.FALSE.equals(line.met()));
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            JsonMapper.builder()
                    .findAndAddModules()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()
                    .writeValue(
                            file.toFile(),
                            new Kept(
                                    Instant.now(),
                                    Runtime.version().toString(),
                                    Runtime.getRuntime().availableProcessors(),
                                    System.getProperty("os.name")
                                            + " "
                                            + System.getProperty("os.version"),
                                    List.copyOf(lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void add(Line line) {
        lines.add(line);
        System.out.println(text(line));
    }

    private static String text(Line line) {
        var limit =
                line.limit() == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "limit %s, %s",
                                BigDecimal.valueOf(line.limit())
                                        .setScale(1, RoundingMode.HALF_UP)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                line.met() ? "met" : "NOT MET");
        return String.format(
                        Locale.ROOT,
                        "  %-62s %9s %-5s %s",
                        line.what(),
                        String.format(
                                Locale.ROOT, line.value() < 10 ? "%.2f" : "%.1f", line.value()),
                        line.unit(),
                        limit)
                .stripTrailing();
    }
}
