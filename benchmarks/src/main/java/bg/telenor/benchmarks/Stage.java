package bg.telenor.benchmarks;

import bg.telenor.kit.local.LocalKeys;
import bg.telenor.kit.local.LocalOidc;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.Servers;
import bg.telenor.launcher.ServiceProcess;
import bg.telenor.launcher.oidc.Secrets;
import bg.telenor.launcher.process.Child;
import bg.telenor.launcher.process.Children;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Ports.Counterpart;
import bg.telenor.launcher.process.Processes;
import bg.telenor.launcher.process.Progress;
import bg.telenor.launcher.process.Readiness;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One service with all that it needs, each a process of its own with both compilers: PostgreSQL
 * whose commits wait for the disk, Kafka, the counterparts. The identity provider is in this one.
 */
final class Stage implements AutoCloseable {

    private static final Servers.Jvms JVMS = new Servers.Jvms(List.of("-Xms256m"), 256, 512);

    private final Place place;
    private final SuiteService service;
    private final Children children = new Children();
    private final Servers servers;
    private final LocalOidc oidc;
    private final int heap;
    private final Map<String, String> environment;
    private volatile Child child;
    private boolean closed;

    private Stage(Place place, SuiteService service, int heap, Map<String, String> environment) {
        this.place = place;
        this.service = service;
        this.heap = heap;
        this.environment = Map.copyOf(environment);
        LocalTls.write(place.tls(), Instant.now());
        LocalKeys.write(place.keys());
        var progress = new Progress();
        this.servers = new Servers(place, new Secrets(place.state()), progress, children, JVMS);
        this.oidc = LocalOidc.start(tokenKey());
        servers.startPostgres();
        servers.startKafka();
        servers.startCounterparts();
        this.child = startService();
        progress.say(service.serviceName() + " is ready");
    }

    /** Of the kind that identity providers sign with unless they are told otherwise. */
    private static JWK tokenKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("bench").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no key for tokens", e);
        }
    }

    /**
     * Starts all on an empty database.
     *
     * @param heap of the service, in MiB
     */
    static Stage start(
            Place place, SuiteService service, int heap, Map<String, String> environment) {
        Processes.stopAll(place);
        place.makeState();
        for (var folder : List.of("postgres", "kafka", "logs")) {
            delete(place.state().resolve(folder));
        }
        return new Stage(place, service, heap, environment);
    }

    /** Kills the service as if its machine were gone. */
    void kill() {
        children.kill(service.serviceName());
    }

    /** Starts the service that was killed; how long it took to be ready. */
    Duration startAgain() {
        var start = System.nanoTime();
        child = startService();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * The collector is what JVMs choose in a container of the chart's size; all of the heap is
     * there from the start, so that what is taken besides is seen.
     */
    private Child startService() {
        var all = new TreeMap<>(environment);
        all.put("OIDC_URL", oidc.issuer());
        var options =
                new ArrayList<>(
                        List.of("-Xms" + heap + "m", "-Xmx" + heap + "m", "-XX:+AlwaysPreTouch"));
        var more = System.getenv("SUITE_BENCH_JVM");
        if (more != null) {
            options.addAll(List.of(more.split(" ")));
        }
        var started =
                children.own(
                        new ServiceProcess(place, service, "local", options)
                                .start(
                                        servers.postgres(),
                                        servers.password(service),
                                        List.of(),
                                        all));
        new Readiness(place).awaitOk(started, "http://127.0.0.1:" + port() + "/q/health/ready");
        return started;
    }

    LocalOidc oidc() {
        return oidc;
    }

    int port() {
        return place.ports().http(service);
    }

    int kafkaPort() {
        return place.ports().kafka();
    }

    Register register() {
        var ports = place.ports();
        return new Register(
                place.tls(), ports.counterpart(Counterpart.REGIX), ports.counterpartsAdmin());
    }

    StorageLimit storageLimit() {
        var database = service.database();
        return new StorageLimit(
                servers.postgres().url(database), servers.postgres().keysUrl(database));
    }

    /** Of all that takes part, by name, from now on. */
    CpuTime cpuTime() {
        var processes = new LinkedHashMap<String, ProcessHandle>();
        processes.put("service", child.process());
        processes.put("PostgreSQL", servers.postgres().process());
        processes.put("Kafka", children.newest(Servers.KAFKA).process());
        processes.put("counterparts", children.newest(Servers.COUNTERPARTS).process());
        processes.put("callers", ProcessHandle.current());
        return new CpuTime(processes);
    }

    ServiceMemory memory() {
        return new ServiceMemory(child.process());
    }

    /** Also when the run is broken off. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        children.end(name -> !name.equals(Servers.KAFKA));
        children.end(Servers.KAFKA::equals);
        servers.stopPostgres();
        oidc.close();
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
