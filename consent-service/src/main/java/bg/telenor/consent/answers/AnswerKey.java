package bg.telenor.consent.answers;

import bg.telenor.events.rights.RightsEvent.PublicKey;
import bg.telenor.kit.event.Jwe;
import bg.telenor.kit.event.Sha256;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/**
 * The key pair of one access request: services encrypt what they keep to it, so that nobody who
 * reads the topic learns it, and it goes with the request's archive.
 */
public final class AnswerKey {

    private final ECKey key;

    private AnswerKey(ECKey key) {
        this.key = key;
    }

    public static AnswerKey generate() {
        try {
            return new AnswerKey(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is not available", e);
        }
    }

    public static AnswerKey read(String jwk) {
        try {
            return new AnswerKey(ECKey.parse(jwk));
        } catch (ParseException e) {
            throw new IllegalStateException("not an EC key", e);
        }
    }

    /** With the private part: to be sealed only. */
    public String write() {
        return key.toJSONString();
    }

    public PublicKey publicKey() {
        return new PublicKey(key.getX() + "." + key.getY());
    }

    /**
     * Decrypts a piece.
     *
     * @throws IllegalArgumentException when it is not encrypted as agreed, not to this key, or not
     *     what its digest says
     */
    byte[] open(Jwe content, Sha256 digest) {
        var plain = open(content);
        if (!Sha256.of(plain).equals(digest)) {
            throw new IllegalArgumentException("a piece is not what its digest says");
        }
        return plain;
    }

    byte[] open(Jwe content) {
        try {
            var jwe = JWEObject.parse(content.compact());
            var header = jwe.getHeader();
            if (!JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null) {
                throw new IllegalArgumentException("a piece is not encrypted as agreed");
            }
            jwe.decrypt(new ECDHDecrypter(key));
            return jwe.getPayload().toBytes();
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("a piece does not open with the request's key", e);
        }
    }
}
