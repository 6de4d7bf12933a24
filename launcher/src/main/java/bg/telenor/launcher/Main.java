package bg.telenor.launcher;

import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.SuiteRun.AotCaches;
import bg.telenor.launcher.demo.Demo;
import bg.telenor.launcher.oidc.Tokens;
import bg.telenor.launcher.process.Memory;
import bg.telenor.launcher.process.PidFile;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Processes;
import bg.telenor.launcher.process.Progress;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code ./suite} runs once the suite is built. */
@Command(name = "suite", description = "The whole suite on one machine.")
final class Main {

    private final Place place = Place.of(Path.of("."), System.getenv("SUITE_PORT_BASE"));

    public static void main(String[] args) {
        var commands =
                new CommandLine(new Main())
                        .setExecutionExceptionHandler(
                                (e, line, parsed) -> {
                                    System.err.println("suite: " + e.getMessage());
                                    return 1;
                                });
        System.exit(commands.execute(args));
    }

    @Command(description = "Starts everything, and stops it on Ctrl-C.")
    int up() throws InterruptedException {
        try (var run = start("local")) {
            printAddresses();
            run.await();
        }
        return 0;
    }

    @Command(
            description =
                    "Walks a customer through the shop, with real tokens, over the public APIs.")
    int demo(@Option(names = "--exit", description = "stop afterwards") boolean exit)
            throws InterruptedException {
        try (var run = start("demo,local")) {
            System.out.println("terms that the demo shortens:");
            ShortenedTerms.of(place).forEach(term -> System.out.println("    " + term));
            var passed = new Demo(place.ports().base(), new Tokens(place)::of).run();
            if (!exit) {
                printAddresses();
                run.await();
            }
            return passed ? 0 : 1;
        }
    }

    @Command(description = "Stops the suite, also what a crash left behind.")
    int down() {
        var stopped = Processes.stopAll(place);
        System.out.println(stopped == 0 ? "nothing was running" : "stopped");
        return 0;
    }

    @Command(description = "Says what is running, and how much memory it has.")
    int status() {
        var files = PidFile.all(place.state().resolve("pids"));
        var sum = 0L;
        for (var file : files) {
            var running = file.running();
            // The launcher's own children have lines of their own.
            var memory =
                    file.name().equals(Processes.LAUNCHER)
                            ? running.map(Memory::ofItAlone).orElse(0L)
                            : running.map(Memory::of).orElse(0L);
            sum += memory;
            System.out.printf(
                    "%-26s %s%n",
                    file.name(),
                    running.map(process -> "running, pid " + process.pid() + inMebibytes(memory))
                            .orElse("not running"));
        }
        System.out.println(files.isEmpty() ? "nothing is running" : "all" + inMebibytes(sum));
        return files.stream().anyMatch(file -> file.running().isPresent()) ? 0 : 1;
    }

    private static String inMebibytes(long memory) {
        return memory == 0 ? "" : ", " + memory / (1 << 20) + " MiB";
    }

    @Command(description = "Prints an access token.")
    int token(@Parameters(paramLabel = "ROLE", description = "who calls") String role) {
        System.out.println(new Tokens(place).of(role));
        return 0;
    }

    @Command(description = "Hands parked events to their services again.")
    int replay(
            @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "all by default")
                    String topic) {
        new Replay(place).run(topic);
        return 0;
    }

    private SuiteRun start(String profiles) {
        var run = new SuiteRun(place, profiles, AotCaches.WRITTEN, new Progress());
        Runtime.getRuntime().addShutdownHook(new Thread(run::close));
        run.start();
        return run;
    }

    private void printAddresses() {
        for (var service : SuiteService.values()) {
            System.out.printf(
                    "%-26s http://127.0.0.1:%d/q/swagger-ui%n",
                    service.serviceName(), place.ports().http(service));
        }
        System.out.printf("%-26s %s%n", "keycloak", place.issuer());
        System.out.printf(
                "%-26s http://127.0.0.1:%d/admin%n",
                "counterparts", place.ports().counterpartsAdmin());
        System.out.println(
                "a token: ./suite token ROLE, where ROLE is one of "
                        + String.join(", ", Tokens.roles()));
        System.out.println("Ctrl-C stops everything");
    }
}
