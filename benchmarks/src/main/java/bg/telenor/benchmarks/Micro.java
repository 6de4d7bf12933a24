package bg.telenor.benchmarks;

import bg.telenor.identity.regix.AnswerBenchmark;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The micro benchmarks, each in a JVM of its own, by JMH. */
final class Micro {

    private static final double MICROS = 1e3;

    private Micro() {}

    static void answers(Report report, boolean quick) throws RunnerException {
        report.title("reading and verifying one answer with a photo of 60 KB");
        var options =
                new OptionsBuilder()
                        .include(AnswerBenchmark.class.getName())
                        .forks(quick ? 1 : 2)
                        .warmupIterations(quick ? 3 : 5)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(quick ? 3 : 5)
                        .measurementTime(TimeValue.seconds(2))
                        .jvmArgs("-XX:+UseSerialGC", "-Xms384m", "-Xmx384m")
                        .verbosity(VerboseMode.SILENT)
                        .build();
        for (var result : new Runner(options).run()) {
            var times = result.getPrimaryResult().getStatistics();
            report.atMost("mean of " + times.getN(), times.getMean() / MICROS, "ms", 3);
            report.figure("p50", times.getPercentile(50) / MICROS, "ms");
            report.figure("p99", times.getPercentile(99) / MICROS, "ms");
        }
    }
}
