package bg.telenor.launcher;

import bg.telenor.events.Topic;
import bg.telenor.kit.local.LocalPostgres;
import bg.telenor.kit.local.LocalPostgres.Passwords;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.demo.Customer;
import bg.telenor.launcher.oidc.Keycloak;
import bg.telenor.launcher.oidc.Realm;
import bg.telenor.launcher.oidc.Secrets;
import bg.telenor.launcher.process.Child;
import bg.telenor.launcher.process.Children;
import bg.telenor.launcher.process.PidFile;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Progress;
import bg.telenor.launcher.process.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** What the services need beside them: database, broker, identity provider, counterparts. */
public final class Servers {

    public static final String KAFKA = "kafka";
    public static final String COUNTERPARTS = "counterparts";

    static final String POSTGRES = "postgres";

    private static final List<String> ALWAYS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xss512k",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    /**
     * Options of the JVMs of broker and counterparts.
     *
     * @param kafkaHeap in MiB
     * @param counterpartsHeap in MiB
     */
    public record Jvms(List<String> options, int kafkaHeap, int counterpartsHeap) {

        private static final Jvms SMALL = new Jvms(List.of("-XX:TieredStopAtLevel=1"), 192, 96);

        public Jvms {
            options = List.copyOf(options);
        }
    }

    private final Place place;
    private final Secrets secrets;
    private final Progress progress;
    private final Readiness readiness;
    private final Children children;
    private final Jvms jvms;

    private LocalPostgres postgres;

    public Servers(Place place, Secrets secrets, Progress progress, Children children, Jvms jvms) {
        this.place = place;
        this.secrets = secrets;
        this.progress = progress;
        this.readiness = new Readiness(place);
        this.children = children;
        this.jvms = jvms;
    }

    static Servers small(Place place, Secrets secrets, Progress progress, Children children) {
        return new Servers(place, secrets, progress, children, Jvms.SMALL);
    }

    /** Starts the database on a disk that commits wait for, with those of all services in it. */
    public void startPostgres() {
        var started =
                LocalPostgres.persistent(
                        place.ports().postgres(),
                        place.state().resolve(POSTGRES),
                        place.log(POSTGRES));
        synchronized (this) {
            postgres = started;
        }
        new PidFile(place.pid(POSTGRES)).write(started.process());
        for (var service : SuiteService.values()) {
            started.prepare(service.database(), password(service));
        }
        progress.say("postgres is ready");
    }

    /** The database that runs. */
    public synchronized LocalPostgres postgres() {
        return postgres;
    }

    public Passwords password(SuiteService service) {
        return secrets.database(service.database());
    }

    public synchronized void stopPostgres() {
        if (postgres != null) {
            postgres.close();
            new PidFile(place.pid(POSTGRES)).delete();
        }
    }

    public void startKafka() {
        var child =
                run(
                        KAFKA,
                        List.of(
                                "-Xmx" + jvms.kafkaHeap() + "m",
                                "bg.telenor.kit.local.LocalKafka",
                                Integer.toString(place.ports().kafka()),
                                Integer.toString(place.ports().kafkaController()),
                                place.state().resolve(KAFKA).toString()),
                        Map.of());
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

    public void startCounterparts() {
        var child =
                run(
                        COUNTERPARTS,
                        List.of(
                                "-Xmx" + jvms.counterpartsHeap() + "m",
                                "bg.telenor.counterparts.Counterparts"),
                        Map.of(
                                "SUITE_PORT_BASE", Integer.toString(place.ports().base()),
                                "SUITE_TLS_DIR", place.tls().toString(),
                                "SUITE_KEYS_DIR", place.keys().resolve(COUNTERPARTS).toString(),
                                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + place.ports().kafka(),
                                "OIDC_URL", place.issuer()));
        readiness.awaitPort(child, place.ports().counterpartsAdmin());
        progress.say("counterparts are ready");
    }

    void startKeycloak() {
        var realm = Realm.of(place.keys(), secrets::user, Customer.identifierOfAll());
        var child = children.own(new Keycloak(place).start(realm, progress));
        readiness.awaitOk(child, place.issuer() + "/.well-known/openid-configuration");
        progress.say("keycloak is ready");
    }

    /** Runs a program of the launcher's class path in a JVM of its own. */
    private Child run(String name, List<String> program, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Child.java());
        command.addAll(ALWAYS);
        command.addAll(jvms.options());
        command.addAll(List.of("-cp", place.classPath()));
        command.addAll(program);
        return children.own(Child.start(place, name, command, environment));
    }
}
