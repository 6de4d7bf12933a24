package bg.telenor.kit.inbox;

import bg.telenor.events.Topic;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.SignedEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may command on a topic, and whether an event there is signed by just that service. */
@ApplicationScoped
class WriterSignatures {

    private final EventCodec codec = new EventCodec();
    private final Path keyFile;
    private volatile JWKSet keys;

    WriterSignatures(@ConfigProperty(name = "suite.keys.dir") Path folder) {
        this.keyFile = folder.resolve("peers.jwks");
    }

    boolean holds(String topic, SignedEvent<?> event) {
        try {
            var content = new Payload(codec.signedContent(event));
            var jws = JWSObject.parse(event.signature().compact(), content);
            return JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    && keys().getKeyByKeyId(writer(topic)) instanceof ECKey key
                    && jws.verify(new ECDSAVerifier(key.toPublicJWK()));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    /** Topics with signed events have one writer each. */
    private static String writer(String topic) {
        return Topic.of(topic).orElseThrow().writers().iterator().next();
    }

    private JWKSet keys() {
        if (keys == null) {
            try {
                keys = JWKSet.load(keyFile.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException("peers.jwks cannot be read", e);
            } catch (ParseException e) {
                throw new IllegalStateException("peers.jwks is not a key set", e);
            }
        }
        return keys;
    }
}
