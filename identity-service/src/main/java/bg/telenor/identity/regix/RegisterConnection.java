package bg.telenor.identity.regix;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509KeyManager;

/**
 * The connections to the register, pooled: over mutual TLS with the certificates of the files as
 * they last were usable. Inquiries under way end on the connections that they began on.
 */
@ApplicationScoped
@Startup
class RegisterConnection {

    private static final String TLS = "regix";

    /** What a connection is made with; another one needs other connections. */
    private record Certificates(Set<Certificate> own, Set<Certificate> trusted) {

        static Certificates of(TlsConfiguration tls) throws GeneralSecurityException {
            return new Certificates(all(tls.getKeyStore()), all(tls.getTrustStore()));
        }

        private static Set<Certificate> all(KeyStore store) throws GeneralSecurityException {
            var all = new HashSet<Certificate>();
            for (var alias : Collections.list(store.aliases())) {
                all.add(store.getCertificate(alias));
            }
            return all;
        }
    }

    private final Duration connectTimeout;
    private final Vertx vertx;
    private Certificates certificates;
    private volatile HttpClient client;

    RegisterConnection(RegixConfig config, TlsConfigurationRegistry registry, Vertx vertx) {
        this.connectTimeout = config.connectTimeout();
        this.vertx = vertx;
        try {
            use(
                    registry.get(TLS)
                            .orElseThrow(() -> new IllegalStateException(TLS + " is missing")));
        } catch (Exception e) {
            throw new IllegalStateException("quarkus.tls.regix is not usable", e);
        }
    }

    HttpClient client() {
        return client;
    }

    /** The files were read again; whoever could not read them has said so. */
    synchronized void renew(@Observes CertificateUpdatedEvent event) {
        if (event.name().equals(TLS)) {
            try {
                use(event.tlsConfiguration());
            } catch (Exception e) {
                Log.errorf(
                        "the new certificates for the register are not usable, the old ones stay: %s",
                        e.getClass().getSimpleName());
            }
        }
    }

    private synchronized void use(TlsConfiguration tls) throws Exception {
        var next = Certificates.of(tls);
        if (next.equals(certificates)) {
            return;
        }
        checkKeys(tls);
        // The old client is left to whoever still waits with it, and goes with them.
        client =
                client(
                        tls.createSSLContext(),
                        tls.getSSLOptions().getEnabledSecureTransportProtocols(),
                        connectTimeout);
        certificates = next;
    }

    /** The host's name is verified: the client does so unless it is told otherwise. */
    static HttpClient client(
            SSLContext context, Collection<String> protocols, Duration connectTimeout) {
        var parameters = new SSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .sslParameters(parameters)
                .connectTimeout(connectTimeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Of two files one may be new and the other not yet. */
    private void checkKeys(TlsConfiguration tls) throws Exception {
        var managers = tls.getKeyStoreOptions().getKeyManagerFactory(vertx).getKeyManagers();
        for (var manager : managers) {
            if (manager instanceof X509KeyManager keys) {
                for (var alias : aliases(keys)) {
                    check(
                            keys.getPrivateKey(alias),
                            keys.getCertificateChain(alias)[0].getPublicKey());
                }
            }
        }
    }

    private static Set<String> aliases(X509KeyManager keys) {
        var all = new HashSet<String>();
        Stream.of("EC", "RSA")
                .map(type -> keys.getClientAliases(type, null))
                .filter(some -> some != null)
                .forEach(some -> Collections.addAll(all, some));
        return all;
    }

    private static void check(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        var algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        var signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        var signature = signer.sign();
        var verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certified);
        if (!verifier.verify(signature)) {
            throw new GeneralSecurityException("key and certificate are not of each other");
        }
    }
}
