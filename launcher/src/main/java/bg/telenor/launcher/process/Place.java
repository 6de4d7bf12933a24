package bg.telenor.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where everything is: the repository, and the suite's state below it.
 *
 * @param repository its root
 * @param state {@code .suite}, which git ignores
 */
public record Place(Path repository, Path state, Ports ports) {

    public static Place of(Path repository, String portBase) {
        var root = repository.toAbsolutePath().normalize();
        var ports = Ports.of(portBase);
        // Two suites of one clone keep apart; the usual one has the plain name.
        var name = ports.base() == Ports.DEFAULT_BASE ? ".suite" : ".suite/" + ports.base();
        return new Place(root, root.resolve(name), ports);
    }

    /** Makes the folder for its owner alone: passwords and keys are in it. */
    public void makeState() {
        try {
            Files.createDirectories(state);
            Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all suites of the repository: what is built is the same for all. */
    public Path aotCaches() {
        return repository.resolve(".suite/aot");
    }

    public Path tls() {
        return state.resolve("tls");
    }

    public Path keys() {
        return state.resolve("keys");
    }

    public Path log(String process) {
        return state.resolve("logs").resolve(process + ".log");
    }

    public Path pid(String process) {
        return state.resolve("pids").resolve(process);
    }

    /** The launcher's own jars, which Kafka and the counterparts run from too. */
    public String classPath() {
        return repository.resolve("launcher/target/classes")
                + ":"
                + repository.resolve("launcher/target/lib")
                + "/*";
    }

    public Path serviceFolder(String service) {
        return repository.resolve(service).resolve("target/quarkus-app");
    }

    public String issuer() {
        return "http://127.0.0.1:" + ports.keycloak() + "/realms/suite";
    }
}
