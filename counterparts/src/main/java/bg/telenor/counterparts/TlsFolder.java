package bg.telenor.counterparts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A folder of certificates: {@code ca.pem}, and {@code <name>.pem} with {@code <name>.key} (PKCS#8)
 * for everyone.
 */
public record TlsFolder(Path folder) {

    private static final char[] NO_PASSWORD = new char[0];

    /** TLS as {@code name}, trusting the folder's authority and nobody else. */
    public SSLContext context(String name) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(name, key(name), NO_PASSWORD, certificates(name));
            var keyManagers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, NO_PASSWORD);

            return context(keyManagers.getKeyManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("certificates of " + name + " are not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("certificates of " + name + " are not readable", e);
        }
    }

    /** TLS as nobody, trusting the folder's authority. */
    public SSLContext trusting() {
        try {
            return context(new KeyManager[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException("certificate of the authority is not readable", e);
        }
    }

    private SSLContext context(KeyManager[] keys) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (var authority : certificates("ca")) {
            trusted.setCertificateEntry("ca-" + trusted.size(), authority);
        }
        var trustManagers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trustManagers.getTrustManagers(), null);
        return context;
    }

    /** A client that calls the suite as {@code name}. */
    public HttpClient client(String name) {
        return HttpClient.newBuilder()
                .sslContext(context(name))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The key that {@code name} signs with. */
    public PrivateKey privateKey(String name) {
        try {
            return key(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + name + " is not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of " + name + " is not readable", e);
        }
    }

    /** The certificate of {@code name} itself. */
    public X509Certificate certificate(String name) {
        try {
            return (X509Certificate) certificates(name)[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate of " + name + " is not usable", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate of " + name + " is not readable", e);
        }
    }

    private Certificate[] certificates(String name) throws IOException, GeneralSecurityException {
        var pem = Files.readAllBytes(folder.resolve(name + ".pem"));
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem))
                .toArray(Certificate[]::new);
    }

    private PrivateKey key(String name) throws IOException, GeneralSecurityException {
        var pem = Files.readString(folder.resolve(name + ".key"), StandardCharsets.US_ASCII);
        var encoded = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        }
    }
}
