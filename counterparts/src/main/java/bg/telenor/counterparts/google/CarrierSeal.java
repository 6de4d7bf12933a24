package bg.telenor.counterparts.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.text.ParseException;

/**
 * Google's end of the envelope: signs with its own key, encrypts to the carrier's, and reads
 * answers the other way round. Written apart from the carrier's end, so that each proves the other.
 */
final class CarrierSeal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JWKSet google;
    private final JWKSet carrier;

    /**
     * @param google our private keys
     * @param carrier the carrier's public keys
     */
    CarrierSeal(JWKSet google, JWKSet carrier) {
        this.google = google;
        this.carrier = carrier;
    }

    String seal(JsonNode message, Misbehaviour misbehaviour) {
        try {
            var signer = key(google, KeyUse.SIGNATURE);
            var receiver = key(carrier, KeyUse.ENCRYPTION);
            var sealed =
                    seal(
                            message,
                            misbehaviour == Misbehaviour.WRONG_SIGNATURE
                                    ? stranger(signer)
                                    : signer,
                            misbehaviour == Misbehaviour.WRONG_KEY ? stranger(receiver) : receiver);
            return misbehaviour == Misbehaviour.HALF_BODY
                    ? sealed.substring(0, sealed.length() / 2)
                    : sealed;
        } catch (JOSEException e) {
            throw new IllegalStateException("message cannot be sealed", e);
        }
    }

    /**
     * @throws IllegalStateException when the answer is not signed by the carrier or not to us
     */
    JsonNode open(String sealed) {
        try {
            var encrypted = JWEObject.parse(sealed);
            var kid = encrypted.getHeader().getKeyID();
            encrypted.decrypt(new ECDHDecrypter(google.getKeyByKeyId(kid).toECKey()));
            var signed = encrypted.getPayload().toJWSObject();
            var signer = carrier.getKeyByKeyId(signed.getHeader().getKeyID()).toECKey();
            if (!signed.verify(new ECDSAVerifier(signer))) {
                throw new IllegalStateException("answer is not signed by the carrier");
            }
            return JSON.readTree(signed.getPayload().toBytes());
        } catch (ParseException | JOSEException | IOException e) {
            throw new IllegalStateException("answer cannot be opened", e);
        }
    }

    private static String seal(JsonNode message, ECKey signer, ECKey receiver)
            throws JOSEException {
        var signed =
                new JWSObject(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(signer.getKeyID()).build(),
                        new Payload(message.toString()));
        signed.sign(new ECDSASigner(signer));
        var encrypted =
                new JWEObject(
                        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                                .keyID(receiver.getKeyID())
                                .contentType("JOSE")
                                .build(),
                        new Payload(signed));
        encrypted.encrypt(new ECDHEncrypter(receiver));
        return encrypted.serialize();
    }

    /** A key of somebody else under the same key id. */
    private static ECKey stranger(ECKey like) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyID(like.getKeyID())
                .keyUse(like.getKeyUse())
                .generate();
    }

    private static ECKey key(JWKSet keys, KeyUse use) {
        return keys.getKeys().stream()
                .filter(key -> use.equals(key.getKeyUse()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key with use " + use))
                .toECKey();
    }
}
