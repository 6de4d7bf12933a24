package bg.telenor.launcher;

import bg.telenor.kit.local.LocalPostgres;
import bg.telenor.kit.local.LocalPostgres.Passwords;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.process.Child;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Ports.Counterpart;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How one service is run on this machine: its JVM's options and its environment. */
public record ServiceProcess(
        Place place, SuiteService service, String profiles, List<String> options) {

    private static final List<String> ALWAYS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xss512k",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** For start-up and a small footprint; a JVM under load needs its second compiler and more. */
    private static final List<String> SMALL =
            List.of("-XX:TieredStopAtLevel=1", "-Xms32m", "-Xmx224m");

    public ServiceProcess {
        options = List.copyOf(options);
    }

    static ServiceProcess small(Place place, SuiteService service, String profiles) {
        return new ServiceProcess(place, service, profiles, SMALL);
    }

    /** Starts it with more options, such as for its AOT cache. */
    public Child start(
            LocalPostgres postgres,
            Passwords passwords,
            List<String> more,
            Map<String, String> environment) {
        var application = place.serviceFolder(service.serviceName());
        var jar = application.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(service.serviceName() + " is not built");
        }
        var command = new ArrayList<String>();
        command.add(Child.java());
        command.addAll(jvm());
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        var all = environment(postgres, passwords);
        all.putAll(environment);
        return Child.start(place, service.serviceName(), command, all);
    }

    /** The cache of what is built now. */
    AotCache cache() {
        var name = service.serviceName();
        return AotCache.of(
                place.aotCaches().resolve(name),
                Integer.toString(place.ports().base()),
                place.serviceFolder(name),
                jvm());
    }

    private List<String> jvm() {
        return Stream.concat(ALWAYS.stream(), options.stream()).toList();
    }

    private Map<String, String> environment(LocalPostgres postgres, Passwords passwords) {
        var ports = place.ports();
        var database = service.database();
        var environment = new TreeMap<String, String>();
        environment.put("QUARKUS_PROFILE", profiles);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.http(service)));
        environment.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(ports.tls(service)));
        environment.put("SUITE_DB_URL", postgres.url(database));
        environment.put("SUITE_KEYS_DB_URL", postgres.keysUrl(database));
        environment.put("SUITE_DB_OWNER_PASSWORD", passwords.owner());
        environment.put("SUITE_DB_APP_PASSWORD", passwords.app());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("OIDC_URL", place.issuer());
        environment.put("SUITE_KEYS_DIR", place.keys().resolve(service.serviceName()).toString());
        environment.put("SUITE_TLS_DIR", place.tls().toString());
        environment.put("REGIX_URL", counterpart(Counterpart.REGIX));
        if (service == SuiteService.IDENTITY) {
            var port = Integer.toString(ports.tls(service));
            environment.put("SUITE_REGIX_CALLBACK_PORT", port);
            environment.put(
                    "SUITE_REGIX_CALLBACK_URL", "https://localhost:" + port + "/regix/callback");
            environment.put("SUITE_REGIX_CALLBACK_CLIENTS", "CN=regix");
        }
        environment.put("OPERATOR_A1_URL", counterpart(Counterpart.A1));
        environment.put("OPERATOR_VIVACOM_URL", counterpart(Counterpart.VIVACOM));
        return environment;
    }

    private String counterpart(Counterpart counterpart) {
        return "https://localhost:" + place.ports().counterpart(counterpart);
    }
}
