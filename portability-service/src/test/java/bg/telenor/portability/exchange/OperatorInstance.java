package bg.telenor.portability.exchange;

import static io.restassured.RestAssured.given;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.local.FreePorts;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.LocalKafka;
import bg.telenor.kit.local.LocalKeys;
import bg.telenor.kit.local.LocalOidc;
import bg.telenor.kit.local.LocalPostgres;
import bg.telenor.kit.local.LocalPostgres.Passwords;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * An operator that runs this service as it is packaged, in a process of its own, with a database, a
 * broker, an identity provider and keys that nobody else has.
 */
final class OperatorInstance implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Passwords PASSWORDS = new Passwords("owner-of-tests", "app-of-tests");
    private static final String DATABASE = SuiteService.PORTABILITY.database();

    final String code;
    final Path keys;
    final LocalOidc oidc;
    private final LocalPostgres postgres = LocalPostgres.throwaway();
    private final LocalKafka kafka = LocalKafka.throwaway();
    private final int port = FreePorts.next();
    private final Path folder;
    private List<String> settings = List.of();
    private Process process;

    OperatorInstance(String code, Path folder) {
        this.code = code;
        this.folder = folder;
        this.keys = folder.resolve("keys");
        LocalKeys.write(keys);
        this.oidc = LocalOidc.start(LocalKeys.privateKey(keys, "oidc"));
        postgres.prepare(DATABASE, PASSWORDS);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it for the first time. */
    void start(Path tls, List<String> configuration) {
        settings = new ArrayList<>(configuration);
        settings.add("-Dsuite.tls.dir=" + tls);
        restart();
    }

    /** Starts it again, with all that it had written down. */
    void restart() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xss512k"));
        command.addAll(settings);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("service.log").toFile()));
        var environment = builder.environment();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("SUITE_DB_URL", postgres.url(DATABASE));
        environment.put("SUITE_KEYS_DB_URL", postgres.keysUrl(DATABASE));
        environment.put("SUITE_DB_OWNER_PASSWORD", PASSWORDS.owner());
        environment.put("SUITE_DB_APP_PASSWORD", PASSWORDS.app());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("OIDC_URL", oidc.issuer());
        environment.put(
                "SUITE_KEYS_DIR", keys.resolve(SuiteService.PORTABILITY.serviceName()).toString());
        environment.put("SUITE_TLS_DIR", folder.toString());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Awaitility.await(code + " is ready")
                .atMost(Duration.ofSeconds(60))
                .failFast(code + " has ended, see " + folder, () -> !process.isAlive())
                .ignoreExceptions()
                .until(
                        () ->
                                given().baseUri(uri().toString())
                                                .get("/q/health/ready")
                                                .statusCode()
                                        == 200);
    }

    /** Gives it no time for anything. */
    void kill() {
        try {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        kafka.close();
        postgres.close();
        oidc.close();
    }

    /** The shop has a customer, whose identity is confirmed, who wants to come with a number. */
    UUID startPorting(Egn person, Msisdn number, String donor) {
        var caseId = UUID.randomUUID();
        var ref = Suite.subjectRefs(keys).of(person);
        publish(SuiteService.IDENTITY, IdentityStandIn.confirmed(caseId, ref));
        String id =
                as("shop")
                        .body(
                                """
                                {"caseId":"%s","identifier":{"type":"EGN","value":"%s"},
                                 "documentNumber":"100003755","numbers":["%s"],"donor":"%s",
                                 "contract":"POSTPAID"}\
                                """
                                        .formatted(caseId, person.value(), number.e164(), donor))
                        .post("/v1/portings")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return UUID.fromString(id);
    }

    JsonPath porting(UUID id) {
        return as("shop").get("/v1/portings/" + id).then().statusCode(200).extract().jsonPath();
    }

    Response tell(UUID id, String what, String body) {
        return as("shop").body(body).post("/v1/portings/" + id + "/" + what);
    }

    JsonPath await(UUID id, String status) {
        return Awaitility.await(code + " has " + id + " " + status)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> porting(id), json -> status.equals(json.getString("status")));
    }

    /** What somebody at the desk decides of a number that leaves. */
    Response decide(UUID portingId, String decision) {
        return with(oidc.token("shop").employee("Mira").text())
                .body(decision)
                .post("/v1/desk/portings/" + portOut(portingId) + "/decisions");
    }

    void awaitPortOut(UUID portingId, String status) {
        Awaitility.await(code + " lets " + portingId + " be " + status)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> status.equals(portOutStatus(portingId)));
    }

    String portOutStatus(UUID portingId) {
        return (String) ask("select status from port_out where porting_id = ?", portingId);
    }

    Instant windowOf(UUID portingId) {
        var from = ask("select window_from from port_out where porting_id = ?", portingId);
        return ((Timestamp) from).toInstant();
    }

    String reversalRefused(UUID portingId) {
        return (String)
                ask("select reversal_refused from port_out where porting_id = ?", portingId);
    }

    private UUID portOut(UUID portingId) {
        return (UUID) ask("select id from port_out where porting_id = ?", portingId);
    }

    /** Since an hour before, which is longer than any protection of new holders here. */
    void holds(Egn person, Msisdn number, Capacity capacity) {
        var refs = Suite.subjectRefs(keys);
        var id = UUID.randomUUID();
        publish(
                SuiteService.CONSENT,
                new HoldingOpened(
                        refs.of(number),
                        id,
                        refs.of(person),
                        capacity,
                        Instant.now().minus(Duration.ofDays(30))));
        Awaitility.await(code + " hears who has the number")
                .atMost(Duration.ofSeconds(40))
                .until(() -> ask("select 1 from known_holding where id = ?", id) != null);
    }

    String servedBy(Msisdn number) {
        return as("shop")
                .body("{\"numbers\":[\"%s\"]}".formatted(number.e164()))
                .post("/v1/number-lookups")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].servedBy");
    }

    /** All that it knows of who has served a number, with moments and routes. */
    String history(Msisdn number) {
        return (String)
                ask(
                        """
                        select string_agg(operator || ' ' || route || ' ' || valid_from, ', '
                                          order by valid_from)
                          from served_number where number = ?\
                        """,
                        number.e164());
    }

    /** Messages to another operator that have not been taken yet. */
    long untold(String receiver) {
        return (long) ask("select count(*) from queued_message where receiver = ?", receiver);
    }

    private void publish(SuiteService from, PublishedEvent event) {
        Suite.send(kafka.bootstrapServers(), keys, from, event);
    }

    private RequestSpecification as(String client) {
        return with(oidc.token(client).text());
    }

    private RequestSpecification with(String token) {
        return given().baseUri(uri().toString())
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Object ask(String query, Object argument) {
        try (var connection =
                DriverManager.getConnection(
                        postgres.url(DATABASE), DATABASE + "_app", PASSWORDS.app())) {
            connection.createStatement().execute("set app.client = '*'");
            try (var statement = connection.prepareStatement(query)) {
                statement.setObject(1, argument);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? rows.getObject(1) : null;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
