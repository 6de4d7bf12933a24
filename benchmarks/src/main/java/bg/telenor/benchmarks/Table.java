package bg.telenor.benchmarks;

import bg.telenor.portability.lookup.TableMeasure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The table of numbers alone, in a JVM of its own with the service's collector. */
final class Table {

    private static final int NUMBERS = 10_000_000;

    private Table() {}

    static void measure(Report report) throws IOException, InterruptedException {
        report.title("the table of " + NUMBERS + " numbers, one in twenty moved twice");
        var figures = run();
        report.atMost("memory", figures.get("mebibytes"), "MiB", 200_000_000.0 / (1 << 20));
        report.figure("a look-up", figures.get("current"), "ns");
        report.figure("as of a moment", figures.get("as-of"), "ns");
        report.atMost(
                "of a current one's cost", figures.get("as-of") / figures.get("current"), "", 2);
    }

    private static Map<String, Double> run() throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx1g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TableMeasure.class.getName(),
                                Integer.toString(NUMBERS))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the table could not be measured");
        }
        var figures = new HashMap<String, Double>();
        text.lines()
                .map(line -> line.split(" "))
                .forEach(line -> figures.put(line[0], Double.valueOf(line[1])));
        return figures;
    }
}
