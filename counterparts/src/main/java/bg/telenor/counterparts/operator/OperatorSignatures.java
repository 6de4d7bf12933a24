package bg.telenor.counterparts.operator;

import bg.telenor.kit.signature.MessageSignature;
import bg.telenor.kit.signature.MessageSignature.Message;
import bg.telenor.kit.signature.MessageSignature.NotTrusted;
import bg.telenor.kit.value.OperatorCode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs an operator's messages to us and checks ours.
 *
 * @param known the public keys of all operators; key ids are their codes
 */
record OperatorSignatures(OperatorCode self, ECKey key, JWKSet known) {

    static final OperatorCode US = new OperatorCode("TELENOR");

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    String sign(String path, byte[] body) {
        return sign(path, body, key);
    }

    /** As somebody would who has not the operator's key. */
    String forge(String path, byte[] body) {
        try {
            return sign(path, body, new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is not available", e);
        }
    }

    void verify(String signature, String path, byte[] body) throws NotTrusted {
        var message = new Message(US.value(), self.value(), "POST", path, body);
        MessageSignature.verify(signature, message, known, Instant.now(), TOLERANCE);
    }

    private String sign(String path, byte[] body, ECKey by) {
        var message = new Message(self.value(), US.value(), "POST", path, body);
        return MessageSignature.sign(message, by, Instant.now());
    }
}
