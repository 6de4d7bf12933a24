package bg.telenor.launcher;

import bg.telenor.events.Topic;
import bg.telenor.kit.local.LocalKeys;
import bg.telenor.kit.local.LocalPostgres;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.demo.Customer;
import bg.telenor.launcher.oidc.Keycloak;
import bg.telenor.launcher.oidc.Realm;
import bg.telenor.launcher.oidc.Secrets;
import bg.telenor.launcher.process.Child;
import bg.telenor.launcher.process.PidFile;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Processes;
import bg.telenor.launcher.process.Progress;
import bg.telenor.launcher.process.Readiness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;

/** The suite while it runs on this machine: real servers and services as child processes. */
public final class SuiteRun implements AutoCloseable {

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String COUNTERPARTS = "counterparts";

    private static final List<String> SMALL_JVM =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xss512k",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private final Place place;
    private final Secrets secrets;
    private final String profiles;
    private final Progress progress;
    private final Readiness readiness;
    private final PidFile ownPid;
    private final List<Child> children = new ArrayList<>();
    private final List<AotCache> caches = new ArrayList<>();

    private final CountDownLatch ended = new CountDownLatch(1);

    private LocalPostgres postgres;
    private boolean closed;

    public SuiteRun(Place place, String profiles, Progress progress) {
        this.place = place;
        this.secrets = new Secrets(place.state());
        this.profiles = profiles;
        this.progress = progress;
        this.readiness = new Readiness(place);
        this.ownPid = new PidFile(place.pid(Processes.LAUNCHER));
    }

    /**
     * Starts all that is needed and returns when everything is ready.
     *
     * @throws IllegalStateException saying what did not start
     */
    public void start() {
        if (Processes.stopAll(place) > 0) {
            progress.say("stopped what an earlier run left behind");
        }
        refuseTakenPorts();
        place.makeState();
        ownPid.write(ProcessHandle.current());
        LocalTls.write(place.tls(), Instant.now());
        LocalKeys.write(place.keys());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                startAll(threads);
            } catch (IllegalStateException e) {
                // Ends the children, so that nobody waits for the rest to be ready.
                close();
                throw e;
            }
        }
        progress.say("all is ready");
    }

    /** Waits until this process is told to end. */
    void await() throws InterruptedException {
        ended.await();
    }

    private void startAll(ExecutorService threads) {
        var keycloak = threads.submit(this::startKeycloak);
        var database = threads.submit(this::startPostgres);
        var kafka = threads.submit(this::startKafka);
        var counterparts = threads.submit(this::startCounterparts);
        finish(database);
        finish(kafka);
        var services = new ArrayList<Future<?>>();
        for (var service : SuiteService.values()) {
            services.add(threads.submit(() -> startService(service, Map.of())));
        }
        services.forEach(SuiteRun::finish);
        finish(counterparts);
        finish(keycloak);
    }

    private void startPostgres() {
        var started =
                LocalPostgres.persistent(
                        place.ports().postgres(),
                        place.state().resolve(POSTGRES),
                        place.log(POSTGRES));
        synchronized (this) {
            postgres = started;
        }
        ProcessHandle.of(started.pid()).ifPresent(new PidFile(place.pid(POSTGRES))::write);
        for (var service : SuiteService.values()) {
            started.prepare(service.database(), secrets.database(service.database()));
        }
        progress.say("postgres is ready");
    }

    private void startKafka() {
        var command = jvm("-Xmx192m");
        command.add("bg.telenor.kit.local.LocalKafka");
        command.add(Integer.toString(place.ports().kafka()));
        command.add(Integer.toString(place.ports().kafkaController()));
        command.add(place.state().resolve(KAFKA).toString());
        var child = run(KAFKA, command, Map.of());
        readiness.await(child, this::hasAllTopics);
        progress.say("kafka is ready");
    }

    private boolean hasAllTopics() {
        if (!Readiness.listens(place.ports().kafka())) {
            return false;
        }
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", "127.0.0.1:" + place.ports().kafka(),
                        "default.api.timeout.ms", "5000",
                        "request.timeout.ms", "4000");
        try (var admin = Admin.create(settings)) {
            return admin.listTopics().names().get().size() >= 2 * Topic.values().length;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }

    private void startCounterparts() {
        var command = jvm("-Xmx96m");
        command.add("bg.telenor.counterparts.Counterparts");
        var child =
                run(
                        COUNTERPARTS,
                        command,
                        Map.of(
                                "SUITE_PORT_BASE", Integer.toString(place.ports().base()),
                                "SUITE_TLS_DIR", place.tls().toString(),
                                "SUITE_KEYS_DIR", place.keys().resolve(COUNTERPARTS).toString(),
                                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + place.ports().kafka(),
                                "OIDC_URL", place.issuer()));
        readiness.awaitPort(child, place.ports().counterpartsAdmin());
        progress.say("counterparts are ready");
    }

    private void startKeycloak() {
        var realm = Realm.of(place.keys(), secrets::user, Customer.identifierOfAll());
        var child = own(new Keycloak(place).start(realm, progress));
        readiness.awaitOk(child, place.issuer() + "/.well-known/openid-configuration");
        progress.say("keycloak is ready");
    }

    /** Ends a service as its platform would, with time to finish. */
    public void stop(SuiteService service) {
        var child = child(service.serviceName());
        child.end();
        child.awaitEnd();
    }

    /** Kills a service as if its machine were gone. */
    public void kill(SuiteService service) {
        kill(service.serviceName());
    }

    /** Kills the broker as if its machine were gone. */
    public void killKafka() {
        kill(KAFKA);
    }

    public void restartKafka() {
        startKafka();
    }

    /** Starts a service again and waits until it is ready. */
    public void restart(SuiteService service, Map<String, String> environment) {
        startService(service, environment);
    }

    /** Waits until a service has died by itself. */
    public void awaitDeath(SuiteService service) {
        child(service.serviceName()).awaitEnd();
    }

    private void kill(String name) {
        var child = child(name);
        child.kill();
        child.awaitEnd();
    }

    /** The newest of this name: an older one has ended. */
    private synchronized Child child(String name) {
        return children.reversed().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " was never started"));
    }

    private void startService(SuiteService service, Map<String, String> environment) {
        var child =
                own(
                        new ServiceProcess(place, service, profiles)
                                .start(
                                        postgres,
                                        secrets.database(service.database()),
                                        environment));
        readiness.awaitOk(
                child, "http://127.0.0.1:" + place.ports().http(service) + "/q/health/ready");
        progress.say(service.serviceName() + " is ready");
    }

    private List<String> jvm(String heap) {
        var command = new ArrayList<String>();
        command.add(Child.java());
        command.addAll(SMALL_JVM);
        command.add(heap);
        command.add("-cp");
        command.add(place.classPath());
        return command;
    }

    private Child run(String name, List<String> command, Map<String, String> environment) {
        return own(Child.start(place, name, command, environment));
    }

    /** Takes a child on to be stopped with the others, at once if they are being stopped. */
    private synchronized Child own(Child child) {
        children.add(child);
        if (closed) {
            child.end();
        }
        return child;
    }

    private void refuseTakenPorts() {
        var ports = place.ports();
        for (int port = ports.base(); port <= ports.counterpartsAdmin(); port++) {
            if (Readiness.listens(port)) {
                throw new IllegalStateException(
                        "port "
                                + port
                                + " is taken by another program; SUITE_PORT_BASE moves all ports");
            }
        }
    }

    private static void finish(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    /** Ends the services first, then what they need. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        var services = children.stream().filter(child -> !child.name().equals(KAFKA)).toList();
        if (caches.stream().anyMatch(cache -> !cache.exists())) {
            progress.say("stopping; the services write their AOT caches, once for each build");
        }
        services.forEach(Child::end);
        services.forEach(Child::awaitEnd);
        caches.forEach(AotCache::keep);
        children.stream()
                .filter(child -> child.name().equals(KAFKA))
                .forEach(
                        kafka -> {
                            kafka.end();
                            kafka.awaitEnd();
                        });
        if (postgres != null) {
            postgres.close();
            new PidFile(place.pid(POSTGRES)).delete();
        }
        ownPid.delete();
        progress.say("stopped");
        ended.countDown();
    }
}
