package bg.telenor.kit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTlsTest {

    private final Instant now = Instant.now();
    private static final char[] NONE = new char[0];

    @TempDir Path folder;

    @Test
    void aServerThatWantsACertificateTakesOneOfTheAuthority() throws Exception {
        LocalTls.write(folder, now);

        assertThat(talk(context(folder, "regix"), context(folder, "identity-service")))
                .isEqualTo(42);
    }

    @Test
    void aCallerWithoutACertificateIsTurnedAway() throws Exception {
        LocalTls.write(folder, now);
        var nobody = SSLContext.getInstance("TLS");
        nobody.init(null, trust(folder).getTrustManagers(), null);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> talk(context(folder, "regix"), nobody));
    }

    @Test
    void aCallerOfAnotherAuthorityIsTurnedAway(@TempDir Path elsewhere) throws Exception {
        LocalTls.write(folder, now);
        LocalTls.write(elsewhere, now);
        var stranger = SSLContext.getInstance("TLS");
        stranger.init(
                keys(elsewhere, "a1").getKeyManagers(), trust(folder).getTrustManagers(), null);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> talk(context(folder, "regix"), stranger));
    }

    @Test
    void whatLastsStaysAndWhatEndsSoonIsRenewed() throws IOException {
        LocalTls.write(folder, now);
        var authority = Files.readString(folder.resolve("ca.pem"));
        var first = Files.readString(folder.resolve("a1.pem"));

        LocalTls.write(folder, now.plus(Duration.ofDays(300)), "another");

        assertThat(folder.resolve("another.pem")).exists();
        assertThat(Files.readString(folder.resolve("a1.pem"))).isEqualTo(first);
        LocalTls.write(folder, now.plus(Duration.ofDays(340)));
        assertThat(Files.readString(folder.resolve("ca.pem"))).isEqualTo(authority);
        assertThat(Files.readString(folder.resolve("a1.pem"))).isNotEqualTo(first);
    }

    @Test
    void theRegisterSignsWithACertificateOfItsOwnAuthority() throws Exception {
        LocalTls.write(folder, now);

        var signer = (X509Certificate) certificate(folder, "regix-signature");

        signer.verify(certificate(folder, "regix-signature-ca").getPublicKey());
        assertThat(signer.getPublicKey().getAlgorithm()).isEqualTo("RSA");
        assertThatExceptionOfType(SignatureException.class)
                .isThrownBy(() -> signer.verify(certificate(folder, "ca").getPublicKey()));
    }

    /** What the client hears from the server over one connection. */
    private static int talk(SSLContext server, SSLContext client) throws Exception {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener =
                (SSLServerSocket)
                        server.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            listener.setNeedClientAuth(true);
            var said =
                    CompletableFuture.runAsync(
                            () -> {
                                try (var accepted = listener.accept()) {
                                    accepted.getOutputStream().write(42);
                                } catch (IOException e) {
                                    assertThat(e).isNotNull();
                                }
                            });
            try (var socket =
                    (SSLSocket)
                            client.getSocketFactory()
                                    .createSocket("localhost", listener.getLocalPort())) {
                var wanted = socket.getSSLParameters();
                wanted.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(wanted);
                socket.setSoTimeout(5000);
                return socket.getInputStream().read();
            } finally {
                said.join();
            }
        }
    }

    private static SSLContext context(Path folder, String name)
            throws GeneralSecurityException, IOException {
        var context = SSLContext.getInstance("TLS");
        context.init(keys(folder, name).getKeyManagers(), trust(folder).getTrustManagers(), null);
        return context;
    }

    private static KeyManagerFactory keys(Path folder, String name)
            throws GeneralSecurityException, IOException {
        var pem = Files.readString(folder.resolve(name + ".key"), StandardCharsets.US_ASCII);
        var encoded = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, key, NONE, new Certificate[] {certificate(folder, name)});
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NONE);
        return factory;
    }

    private static TrustManagerFactory trust(Path folder)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", certificate(folder, "ca"));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static Certificate certificate(Path folder, String name)
            throws GeneralSecurityException, IOException {
        var pem = Files.readAllBytes(folder.resolve(name + ".pem"));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem));
    }
}
