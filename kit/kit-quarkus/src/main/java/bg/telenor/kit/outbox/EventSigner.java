package bg.telenor.kit.outbox;

import bg.telenor.kit.event.Jws;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs what this service commands or vouches for, with its key {@code signing.jwk}. */
@ApplicationScoped
class EventSigner {

    private final Path keyFile;
    private volatile ECKey key;

    EventSigner(@ConfigProperty(name = "suite.keys.dir") Path keys) {
        this.keyFile = keys.resolve("signing.jwk");
    }

    /** A detached signature (RFC 7515 appendix F) of the content. */
    Jws sign(byte[] content) {
        try {
            var key = key();
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
            var jws = new JWSObject(header, new Payload(content));
            jws.sign(new ECDSASigner(key));
            return new Jws(jws.serialize(true));
        } catch (JOSEException | IOException | ParseException e) {
            throw new IllegalStateException("event cannot be signed", e);
        }
    }

    private ECKey key() throws IOException, ParseException {
        if (key == null) {
            key = ECKey.parse(Files.readString(keyFile));
        }
        return key;
    }
}
