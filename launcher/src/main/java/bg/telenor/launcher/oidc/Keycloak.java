package bg.telenor.launcher.oidc;

import bg.telenor.launcher.process.Child;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Keycloak from its distribution, in a folder of the suite's state. It is built once for the
 * database that it has here, which saves that at every start, and keeps its data.
 */
public final class Keycloak {

    public static final String NAME = "keycloak";

    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "-XX:MaxMetaspaceSize=256m",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Dpicocli.disable.closures=true",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

    private final Place place;
    private final Path home;

    public Keycloak(Place place) {
        this.place = place;
        this.home = place.state().resolve(NAME);
    }

    /** Unpacks and builds it where that was not done yet, and starts it with the realm. */
    public Child start(String realm, Progress progress) {
        try {
            install(progress);
            takeRealm(realm);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be installed: " + e.getMessage(), e);
        }
        return Child.start(
                place,
                NAME,
                command(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + place.ports().keycloak(),
                        "--hostname=http://127.0.0.1:" + place.ports().keycloak()),
                Map.of());
    }

    private void install(Progress progress) throws IOException {
        var distribution = distribution();
        var stamp = home.resolve("installed");
        var version = distribution.getFileName().toString();
        if (Files.exists(stamp) && Files.readString(stamp).equals(version)) {
            return;
        }
        progress.say("keycloak: unpacking and building it, once");
        delete(home);
        unpack(distribution);
        var build = Child.start(place, NAME, command("build", "--db=dev-file"), Map.of());
        if (build.awaitResult() != 0) {
            throw new IOException("see " + place.log(NAME));
        }
        Files.writeString(stamp, version);
    }

    /** A realm is imported into an empty database only, so a changed one begins anew. */
    private void takeRealm(String realm) throws IOException {
        var file = home.resolve("data/import/suite.json");
        var changed = !Files.exists(file) || !Files.readString(file).equals(realm);
        if (changed) {
            delete(home.resolve("data"));
            Files.createDirectories(file.getParent());
            Files.writeString(file, realm, StandardCharsets.UTF_8);
        }
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Child.java());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(
                List.of(
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path distribution() throws IOException {
        var folder = place.repository().resolve("launcher/target/keycloak");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no distribution in " + folder));
        }
    }

    /** Without the archive's first folder, which bears the version. */
    private void unpack(Path distribution) throws IOException {
        try (var zip = new ZipFile(distribution.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var target = home.resolve(entry.getName().replaceFirst("^[^/]+/", "")).normalize();
                if (entry.isDirectory() || !target.startsWith(home)) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
