package bg.telenor.identity.deferred;

import static bg.telenor.identity.deferred.Bringing.ACTION;
import static bg.telenor.identity.deferred.Bringing.callback;
import static bg.telenor.identity.deferred.Bringing.endOf;
import static bg.telenor.identity.deferred.Bringing.request;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the register, or who has its certificate, cannot do to the port. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class CallbackLimitsTest {

    @Inject MeterRegistry metrics;
    @Inject TlsConfigurationRegistry tls;
    @Inject Event<CertificateUpdatedEvent> renewed;

    @Test
    void readsNoMoreThanAnAnswerMayHave() throws Exception {
        var counter = metrics.counter("regix.callbacks", "outcome", "HTTP_413");
        var before = counter.count();
        var body = BodyPublishers.ofByteArray(new byte[3 * 1024 * 1024]);

        var end = endOf(request().POST(body));

        assertThat(end).isIn("413", "cut off");
        assertThat(counter.count()).isEqualTo(before + 1);
    }

    @Test
    void waitsForNobodyBeyondTheDeadline() throws Exception {
        try (var socket = begun()) {
            assertThat(endOfConnection(socket)).isEqualTo("closed");
        }
    }

    @Test
    void sendsAwayWhoIsTooManyAtOnce() throws Exception {
        try (var one = begun();
                var another = begun()) {
            assertThat(one.isConnected() && another.isConnected()).isTrue();

            awaitStatus(503);
        }

        awaitStatus(500);
    }

    @Test
    void takesOverCertificatesWithoutRestart() {
        renewed.fire(
                new CertificateUpdatedEvent("regix-callback", configured("another-authority")));
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(
                            () -> endOf(request().POST(BodyPublishers.ofString("x"))),
                            "cut off"::equals);
        } finally {
            renewed.fire(
                    new CertificateUpdatedEvent("regix-callback", configured("regix-callback")));
        }

        awaitStatus(500);
    }

    private TlsConfiguration configured(String name) {
        return tls.get(name).orElseThrow();
    }

    private static void awaitStatus(int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> endOf(request().POST(BodyPublishers.ofString(callback("1")))),
                        Integer.toString(status)::equals);
    }

    /** A connection that has sent the beginning of a request, and sends no more. */
    private static Socket begun() throws IOException {
        var address = IdentityTestResource.callback();
        var socket =
                Register.TLS
                        .context("regix")
                        .getSocketFactory()
                        .createSocket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        var beginning =
                """
                POST %s HTTP/1.1
                Host: localhost
                Content-Type: text/xml
                SOAPAction: %s
                Content-Length: 1000

                <a>\
                """
                        .formatted(address.getPath(), ACTION)
                        .replace("\n", "\r\n");
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String endOfConnection(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0 ? "closed" : "answered";
        } catch (SocketTimeoutException e) {
            return "open";
        } catch (SocketException | SSLException e) {
            return "closed";
        }
    }
}
