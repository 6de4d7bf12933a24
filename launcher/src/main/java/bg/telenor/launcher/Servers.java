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
final class Servers {

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
    private final Progress progress;
    private final Readiness readiness;
    private final Children children;

    private LocalPostgres postgres;

    Servers(Place place, Secrets secrets, Progress progress, Children children) {
        this.place = place;
        this.secrets = secrets;
        this.progress = progress;
        this.readiness = new Readiness(place);
        this.children = children;
    }

    void startPostgres() {
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
    synchronized LocalPostgres postgres() {
        return postgres;
    }

    Passwords password(SuiteService service) {
        return secrets.database(service.database());
    }

    synchronized void stopPostgres() {
        if (postgres != null) {
            postgres.close();
            new PidFile(place.pid(POSTGRES)).delete();
        }
    }

    void startKafka() {
        var child =
                run(
                        KAFKA,
                        List.of(
                                "-Xmx192m",
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

    void startCounterparts() {
        var child =
                run(
                        COUNTERPARTS,
                        List.of("-Xmx96m", "bg.telenor.counterparts.Counterparts"),
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

    /** Runs a program of the launcher's class path in a small JVM. */
    private Child run(String name, List<String> program, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Child.java());
        command.addAll(SMALL_JVM);
        command.addAll(List.of("-cp", place.classPath()));
        command.addAll(program);
        return children.own(Child.start(place, name, command, environment));
    }
}
