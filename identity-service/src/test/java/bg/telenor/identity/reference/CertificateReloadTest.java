package bg.telenor.identity.reference;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The certificate that the register sees follows the files, without a restart. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class CertificateReloadTest {

    private static final String NOW = "identity-service";
    private static final String NEXT = "identity-service-next";

    private final Path files = Register.certificates();

    @BeforeAll
    static void certifyAnother() {
        LocalTls.write(Suite.tls(), Instant.now(), NEXT);
    }

    @AfterEach
    void putBack() throws IOException {
        put(NOW + ".pem", NOW + ".pem");
        put(NOW + ".key", NOW + ".key");
        put("ca.pem", "ca.pem");
        awaitCaller(NOW);
    }

    @Test
    void showsTheNewCertificateOnceItIsWhole() throws IOException {
        put(NEXT + ".pem", NOW + ".pem");
        staysAs(NOW);

        put(NEXT + ".key", NOW + ".key");

        awaitCaller(NEXT);
    }

    @Test
    void keepsTheOldOneWhileAFileIsBroken() throws IOException {
        Files.writeString(files.resolve(NOW + ".pem"), "no certificate");

        staysAs(NOW);
    }

    @Test
    void keepsTheOldAuthoritiesWhileTheirFileIsBroken() throws IOException {
        Files.writeString(files.resolve("ca.pem"), "no authority");

        staysAs(NOW);
    }

    @Test
    void trustsTheRegisterNoMoreOnceItsAuthorityIsAnother() throws IOException {
        put("regix-signature-ca.pem", "ca.pem");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> "PENDING".equals(status()), pending -> pending);
    }

    private void put(String from, String as) throws IOException {
        Files.copy(
                Suite.tls().resolve(from), files.resolve(as), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Over more than one reading of the files. */
    private static void staysAs(String caller) {
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(500))
                .until(CertificateReloadTest::callerNow, caller::equals);
    }

    private static void awaitCaller(String caller) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(CertificateReloadTest::callerNow, caller::equals);
    }

    private static String callerNow() {
        return "CONFIRMED".equals(status()) ? Register.REGIX.callers().getLast() : "nobody";
    }

    private static String status() {
        return Counter.ask(Counter.body(Register.somebody())).jsonPath().getString("status");
    }
}
