package bg.telenor.kit.signature;

import bg.telenor.kit.event.Sha256;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signature of a message between operators, or to a client: a compact JWS (ES256) in the header
 * {@value #HEADER} whose payload binds sender, receiver, method, path, the body's SHA-256 and the
 * time.
 */
public final class MessageSignature {

    public static final String HEADER = "x-jws-signature";

    /** Keeps a signature made for another use of the same key from passing as one of a message. */
    private static final JOSEObjectType TYPE = new JOSEObjectType("operator-message+jws");

    /** What a signature is about. {@code path} is the request's, also for an answer. */
    public record Message(String sender, String receiver, String method, String path, byte[] body) {

        /** What the receiver says in return: to the sender, of the same method and path. */
        public Message answeredBy(byte[] answer) {
            return new Message(
                    /* sender= */ receiver, /* receiver= */ sender, method, path, answer);
        }

        private Map<String, Object> claims() {
            var claims = new LinkedHashMap<String, Object>();
            claims.put("sender", sender);
            claims.put("receiver", receiver);
            claims.put("method", method);
            claims.put("path", path);
            claims.put("body", Sha256.of(body).value());
            return claims;
        }
    }

    /** A signature that is missing, broken, another's, of another message or out of its time. */
    public static final class NotTrusted extends Exception {

        private static final long serialVersionUID = 1L;

        public NotTrusted(String why) {
            super(why);
        }
    }

    private MessageSignature() {}

    /** Signs a message with the sender's key at a moment. */
    public static String sign(Message message, ECKey key, Instant at) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TYPE)
                        .keyID(message.sender())
                        .build();
        var claims = message.claims();
        claims.put("at", at.toEpochMilli());
        try {
            var jws = new JWSObject(header, new Payload(claims));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("message cannot be signed", e);
        }
    }

    /**
     * Checks that the signature is of this very message, by one of the sender's keys, within {@code
     * tolerance} of {@code now}.
     *
     * @param keys whose key ids are the codes of their owners
     */
    public static void verify(
            String signature, Message message, JWKSet keys, Instant now, Duration tolerance)
            throws NotTrusted {
        var jws = parse(signature);
        if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                || !TYPE.equals(jws.getHeader().getType())
                || !message.sender().equals(jws.getHeader().getKeyID())) {
            throw new NotTrusted("signature is of another kind or another's");
        }
        if (keys.getKeys().stream()
                .filter(key -> message.sender().equals(key.getKeyID()))
                .noneMatch(key -> key instanceof ECKey ec && holds(jws, ec))) {
            throw new NotTrusted("signature is by none of the sender's keys");
        }
        var claims = jws.getPayload().toJSONObject();
        if (claims == null || !(claims.remove("at") instanceof Long at)) {
            throw new NotTrusted("signature does not say when");
        }
        if (!claims.equals(message.claims())) {
            throw new NotTrusted("signature is of another message");
        }
        if (Duration.between(Instant.ofEpochMilli(at), now).abs().compareTo(tolerance) > 0) {
            throw new NotTrusted("signature is out of its time");
        }
    }

    private static JWSObject parse(String signature) throws NotTrusted {
        if (signature == null) {
            throw new NotTrusted("signature is missing");
        }
        try {
            return JWSObject.parse(signature);
        } catch (ParseException e) {
            throw new NotTrusted("signature is not a compact JWS");
        }
    }

    private static boolean holds(JWSObject jws, ECKey key) {
        try {
            return jws.verify(new ECDSAVerifier(key.toPublicJWK()));
        } catch (JOSEException e) {
            return false;
        }
    }
}
