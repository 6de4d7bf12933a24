package bg.telenor.pay.google;

import bg.telenor.pay.google.CarrierFault.Code;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.List;
import java.util.Set;

/**
 * A body as it travels between Google and us: JSON, signed by its sender (JWS, ES256), then
 * encrypted to its receiver (JWE, ECDH-ES+A256KW with A256GCM). Each side may have several keys of
 * each use at once, told apart by key id, so that keys change without a gap; the first of a set is
 * the one to send with. No other algorithm is read, and nothing compressed.
 */
final class CarrierEnvelope {

    static final String MEDIA_TYPE = "application/jose";

    private static final JWSAlgorithm SIGNATURE = JWSAlgorithm.ES256;
    private static final JWEAlgorithm KEY_AGREEMENT = JWEAlgorithm.ECDH_ES_A256KW;
    private static final Set<EncryptionMethod> CIPHERS = Set.of(EncryptionMethod.A256GCM);

    private final JWKSet theirs;
    private final JWKSet ours;

    /**
     * @param theirs Google's public keys, of both uses
     * @param ours our private keys, of both uses
     */
    CarrierEnvelope(JWKSet theirs, JWKSet ours) {
        this.theirs = theirs;
        this.ours = ours;
        for (var keys : List.of(theirs, ours)) {
            first(keys, KeyUse.SIGNATURE);
            first(keys, KeyUse.ENCRYPTION);
        }
    }

    /**
     * The JSON inside.
     *
     * @throws CarrierFault when it was not encrypted to us or not signed by Google
     */
    byte[] open(String sealed) {
        return verify(decrypt(sealed));
    }

    String seal(byte[] json) {
        try {
            var signer = first(ours, KeyUse.SIGNATURE);
            var signed =
                    new JWSObject(
                            new JWSHeader.Builder(SIGNATURE).keyID(signer.getKeyID()).build(),
                            new Payload(json));
            signed.sign(new ECDSASigner(signer));
            var receiver = first(theirs, KeyUse.ENCRYPTION);
            var encrypted =
                    new JWEObject(
                            new JWEHeader.Builder(KEY_AGREEMENT, EncryptionMethod.A256GCM)
                                    .keyID(receiver.getKeyID())
                                    .contentType("JOSE")
                                    .build(),
                            new Payload(signed));
            encrypted.encrypt(new ECDHEncrypter(receiver));
            return encrypted.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("answer cannot be sealed", e);
        }
    }

    private String decrypt(String sealed) {
        try {
            var encrypted = JWEObject.parse(sealed.strip());
            var header = encrypted.getHeader();
            if (!KEY_AGREEMENT.equals(header.getAlgorithm())
                    || !CIPHERS.contains(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null) {
                throw notEncrypted();
            }
            var key = find(ours, header.getKeyID(), KeyUse.ENCRYPTION);
            if (key == null) {
                throw notEncrypted();
            }
            encrypted.decrypt(new ECDHDecrypter(key));
            return encrypted.getPayload().toString();
        } catch (ParseException | JOSEException | IllegalStateException e) {
            throw notEncrypted();
        }
    }

    private byte[] verify(String compact) {
        try {
            var signed = JWSObject.parse(compact);
            var key = find(theirs, signed.getHeader().getKeyID(), KeyUse.SIGNATURE);
            if (key == null
                    || !SIGNATURE.equals(signed.getHeader().getAlgorithm())
                    || !signed.verify(new ECDSAVerifier(key))) {
                throw notSigned();
            }
            return signed.getPayload().toBytes();
        } catch (ParseException | JOSEException e) {
            throw notSigned();
        }
    }

    private static ECKey find(JWKSet keys, String kid, KeyUse use) {
        return keys.getKeyByKeyId(kid) instanceof ECKey key && use.equals(key.getKeyUse())
                ? key
                : null;
    }

    private static ECKey first(JWKSet keys, KeyUse use) {
        return keys.getKeys().stream()
                .filter(key -> use.equals(key.getKeyUse()))
                .filter(ECKey.class::isInstance)
                .map(ECKey.class::cast)
                .filter(key -> Curve.P_256.equals(key.getCurve()) && key.getKeyID() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no P-256 key with use " + use));
    }

    private static CarrierFault notEncrypted() {
        return new CarrierFault(
                Code.INVALID_PAYLOAD_ENCRYPTION, "not encrypted to one of our keys as agreed");
    }

    private static CarrierFault notSigned() {
        return new CarrierFault(
                Code.INVALID_PAYLOAD_SIGNATURE, "not signed by one of Google's keys as agreed");
    }
}
