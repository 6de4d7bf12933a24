package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.TlsFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** Brings answers to whoever asked, over mutual TLS. */
final class Courier {

    private static final String REGISTER = "regix";
    private static final String STRANGER = "regix-signature";
    private static final String ACTION =
            "\"http://egov.bg/RegiX/IRegiXEntryPointV2/ExecuteCallback\"";

    private final HttpClient register;
    private final TlsFolder tls;

    Courier(TlsFolder tls) {
        this.tls = tls;
        this.register = client(tls.context(REGISTER));
    }

    /** The status of the other side's answer, or the class of what went wrong. */
    String bring(URI address, byte[] message) {
        return send(register, address, BodyPublishers.ofByteArray(message));
    }

    String bringAsStranger(URI address, byte[] message) {
        return send(client(stranger()), address, BodyPublishers.ofByteArray(message));
    }

    String bringGarbage(URI address) {
        var noise = new byte[512];
        new Random().nextBytes(noise);
        return send(register, address, BodyPublishers.ofByteArray(noise));
    }

    String bringHalf(URI address, byte[] message) {
        var half = Arrays.copyOf(message, message.length / 2);
        return send(register, address, BodyPublishers.ofInputStream(() -> new BrokenOff(half)));
    }

    private static String send(HttpClient client, URI address, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", ACTION)
                        .POST(body)
                        .build();
        try {
            var answer = client.send(request, BodyHandlers.discarding());
            return Integer.toString(answer.statusCode());
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.getClass().getSimpleName();
        }
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** With a certificate that it shows whether or not its authority is wanted. */
    private SSLContext stranger() {
        try {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", tls.certificate("ca"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var keys = new Insistent(tls.certificate(STRANGER), tls.privateKey(STRANGER));
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the stranger's certificate is not usable", e);
        }
    }

    /** A body of which only this much comes. */
    private static final class BrokenOff extends InputStream {

        private final byte[] some;
        private int at;

        BrokenOff(byte[] some) {
            this.some = some;
        }

        @Override
        public int read() throws IOException {
            if (at == some.length) {
                throw new IOException("broken off");
            }
            return some[at++] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (at == some.length) {
                throw new IOException("broken off");
            }
            int part = Math.min(length, some.length - at);
            System.arraycopy(some, at, into, from, part);
            at += part;
            return part;
        }
    }

    private static final class Insistent extends X509ExtendedKeyManager {

        private static final String ALIAS = "stranger";

        private final X509Certificate certificate;
        private final PrivateKey key;

        Insistent(X509Certificate certificate, PrivateKey key) {
            this.certificate = certificate;
            this.key = key;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] keyTypes, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }
}
