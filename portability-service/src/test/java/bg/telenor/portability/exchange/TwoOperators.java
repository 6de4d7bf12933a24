package bg.telenor.portability.exchange;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.kit.local.FreePorts;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Two operators that run this service, TELENOR and A1, started once for all tests of the JVM. */
final class TwoOperators {

    /** Days and hours are as the tests need them; terms are seconds. */
    private static final List<String> ALIKE =
            List.of(
                    "-Dquarkus.log.console.json.enabled=false",
                    "-Dsuite.portability.calendar.weekdays=MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY",
                    "-Dsuite.portability.calendar.public-holidays=false",
                    "-Dsuite.portability.windows.hours=00:00-00:00",
                    "-Dsuite.portability.windows.lead=PT6S",
                    "-Dsuite.portability.windows.shortest=PT1M",
                    "-Dsuite.portability.donor.objection-term=PT0.1S",
                    "-Dsuite.portability.messages.deadline=PT2S",
                    "-Dsuite.portability.messages.first-pause=PT0.2S",
                    "-Dsuite.portability.messages.longest-pause=PT1S",
                    "-Dsuite.portability.terms.repeat=PT2S");

    private static final List<Logger> TALKATIVE =
            List.of(
                    Logger.getLogger("kafka"),
                    Logger.getLogger("org.apache.kafka"),
                    Logger.getLogger("state.change.logger"));

    /** Shorter than A1's. */
    static final Duration REVERSAL_OF_TELENOR = Duration.ofSeconds(8);

    private static final AtomicInteger PERSONS = new AtomicInteger(500);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static TwoOperators running;

    final OperatorInstance telenor;
    final OperatorInstance a1;
    final FaultyIngress toTelenor;
    final FaultyIngress toA1;
    private final TlsFolder certificates;

    private TwoOperators() {
        // The brokers are in this JVM, and talkative.
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        var folder = Path.of("target", "two-operators").toAbsolutePath();
        var tls = folder.resolve("tls");
        LocalTls.write(tls, Instant.now());
        var second =
                CompletableFuture.supplyAsync(
                        () -> new OperatorInstance("A1", folder.resolve("A1")));
        telenor = new OperatorInstance("TELENOR", folder.resolve("TELENOR"));
        a1 = second.join();
        meet();
        int telenorPort = FreePorts.next();
        int a1Port = FreePorts.next();
        certificates = new TlsFolder(tls);
        var random = new Random();
        toTelenor =
                FaultyIngress.open(
                        telenorPort, certificates, "portability-service", telenor.uri(), random);
        toA1 = FaultyIngress.open(a1Port, certificates, "a1", a1.uri(), random);
        telenor.start(
                tls,
                Stream.of(
                                settings(a1, "telenor", a1Port),
                                List.of(
                                        "-Dsuite.portability.terms.reversal="
                                                + REVERSAL_OF_TELENOR))
                        .flatMap(List::stream)
                        .toList());
        a1.start(
                tls,
                Stream.of(
                                settings(telenor, "a1", telenorPort),
                                List.of(
                                        "-Dsuite.operators.self=A1",
                                        "-Dsuite.operators.known.TELENOR.client=telenor",
                                        "-Dsuite.portability.numbers.route=C28401",
                                        "-Dquarkus.tls.partners.key-store.pem.0.cert="
                                                + tls.resolve("a1.pem"),
                                        "-Dquarkus.tls.partners.key-store.pem.0.key="
                                                + tls.resolve("a1.key")))
                        .flatMap(List::stream)
                        .toList());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        telenor.awaitReady();
        a1.awaitReady();
    }

    static synchronized TwoOperators get() {
        if (running == null) {
            running = new TwoOperators();
        }
        return running;
    }

    /** Trusts the same authority, and has nothing to show. */
    SSLContext strangersTls() {
        return certificates.trusting();
    }

    /** Somebody whom no other test knows. */
    static Egn somebody() {
        return SyntheticPersons.egn(PERSONS.getAndIncrement());
    }

    static Msisdn numberOfTelenor() {
        return new Msisdn("+35989911%04d".formatted(NUMBERS.getAndIncrement()));
    }

    static Msisdn numberOfA1() {
        return new Msisdn("+35988811%04d".formatted(NUMBERS.getAndIncrement()));
    }

    /** Each knows the other's public key; A1 signs with the key that is known as its own. */
    private void meet() {
        var ours = telenor.keys.resolve("counterparts");
        copy(ours.resolve("a1.jwk"), a1.keys.resolve("portability-service/operator.jwk"));
        copy(ours.resolve("operators.jwks"), a1.keys.resolve("portability-service/operators.jwks"));
        a1.oidc.treat("telenor", "vivacom");
    }

    private static List<String> settings(OperatorInstance other, String client, int port) {
        var known = "-Dsuite.operators.known." + other.code;
        var tokens = "-Dquarkus.oidc-client." + other.code;
        return Stream.of(
                        ALIKE,
                        List.of(
                                known + ".url=https://localhost:" + port,
                                known + ".wants-token=true",
                                tokens + ".auth-server-url=" + other.oidc.issuer(),
                                tokens + ".discovery-enabled=false",
                                tokens + ".token-path=/protocol/openid-connect/token",
                                tokens + ".client-id=" + client,
                                tokens + ".credentials.client-secret.method=post",
                                tokens + ".credentials.client-secret.value=of-tests"))
                .flatMap(List::stream)
                .toList();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        toTelenor.close();
        toA1.close();
        telenor.close();
        a1.close();
    }
}
