package bg.telenor.benchmarks;

import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Ports;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./suite bench} runs: the result is 0 when every limit is met. */
@Command(name = "bench", description = "Measures the suite on this machine.")
final class Main {

    /** Beside a suite that runs with the usual ports. */
    private static final int PORT_BASE = 8280;

    public static void main(String[] args) {
        var commands =
                new CommandLine(new Main())
                        .setExecutionExceptionHandler(
                                (e, line, parsed) -> {
                                    System.err.println("bench: " + e.getMessage());
                                    return 2;
                                });
        System.exit(commands.execute(args));
    }

    @Command(description = "identity-service, and the reading of one answer.")
    int identity(
            @Option(names = "--quick", description = "a first look") boolean quick,
            @Option(names = "--only", description = "one of ${COMPLETION-CANDIDATES}")
                    IdentityBench.Part only)
            throws Exception {
        var place = place();
        var size = quick ? IdentityBench.Size.QUICK : IdentityBench.Size.FULL;
        var report = new Report();
        try (var stage =
                Stage.start(
                        place, SuiteService.IDENTITY, IdentityBench.HEAP, IdentityBench.SERVICE)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            new IdentityBench(size, stage, report).run(only);
        }
        if (only == null) {
            Micro.answers(report, quick);
        }
        report.write(place.state().resolve("identity.json"));
        return report.allMet() ? 0 : 1;
    }

    @Command(description = "portability-service's look-ups, and its table of numbers.")
    int portability(@Option(names = "--quick", description = "a first look") boolean quick)
            throws Exception {
        var place = place();
        var size = quick ? PortabilityBench.Size.QUICK : PortabilityBench.Size.FULL;
        var report = new Report();
        Table.measure(report);
        try (var stage =
                Stage.start(
                        place,
                        SuiteService.PORTABILITY,
                        PortabilityBench.HEAP,
                        PortabilityBench.SERVICE)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            new PortabilityBench(size, stage, report).run();
        }
        report.write(place.state().resolve("portability.json"));
        return report.allMet() ? 0 : 1;
    }

    private static Place place() {
        var root = Path.of(".").toAbsolutePath().normalize();
        return new Place(root, root.resolve(".suite/bench"), new Ports(PORT_BASE));
    }
}
