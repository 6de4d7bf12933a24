package bg.telenor.kit.signature;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;

/**
 * The signature of a message between operators: a compact JWS (ES256) in the header {@value
 * #HEADER} whose payload binds sender, receiver, method, path, the body's SHA-256 and the time.
 */
public final class MessageSignature {

    public static final String HEADER = "x-jws-signature";

    /** What a signature is about. {@code path} is the request's, also for an answer. */
    public record Message(
            String sender, String receiver, String method, String path, byte[] body) {}

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
        throw new UnsupportedOperationException();
    }

    /**
     * Checks that the signature is of this very message, by one of the sender's keys, within {@code
     * tolerance} of {@code now}.
     */
    public static void verify(
            String signature, Message message, JWKSet keys, Instant now, Duration tolerance)
            throws NotTrusted {
        throw new UnsupportedOperationException();
    }
}
