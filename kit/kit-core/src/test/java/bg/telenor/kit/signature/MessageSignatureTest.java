package bg.telenor.kit.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import bg.telenor.kit.signature.MessageSignature.Message;
import bg.telenor.kit.signature.MessageSignature.NotTrusted;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSignatureTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(2);
    private static final ECKey OURS = key("TELENOR");
    private static final ECKey THEIRS = key("A1");
    private static final JWKSet KEYS =
            new JWKSet(List.of(OURS.toPublicJWK(), THEIRS.toPublicJWK()));

    private static final Message MESSAGE =
            message("TELENOR", "A1", "POST", "/partner/v1/messages", "{\"version\":1}");

    @Test
    void holdsForTheMessageItWasMadeFor() {
        var signature = MessageSignature.sign(MESSAGE, OURS, NOON);

        assertThatNoException().isThrownBy(() -> verify(signature, MESSAGE, NOON));
    }

    static List<Message> otherMessages() {
        return List.of(
                message("TELENOR", "A1", "POST", "/partner/v1/messages", "{\"version\":2}"),
                message("TELENOR", "A1", "POST", "/partner/v1/messages", ""),
                message("TELENOR", "VIVACOM", "POST", "/partner/v1/messages", "{\"version\":1}"),
                message("A1", "TELENOR", "POST", "/partner/v1/messages", "{\"version\":1}"),
                message("TELENOR", "A1", "PUT", "/partner/v1/messages", "{\"version\":1}"),
                message("TELENOR", "A1", "POST", "/partner/v1/debt-inquiries", "{\"version\":1}"));
    }

    @ParameterizedTest
    @MethodSource("otherMessages")
    void doesNotHoldForAnyOtherMessage(Message other) {
        var signature = MessageSignature.sign(MESSAGE, OURS, NOON);

        assertNotTrusted(signature, other, NOON);
    }

    @Test
    void doesNotHoldUnderAnothersKey() {
        var signature = MessageSignature.sign(MESSAGE, THEIRS, NOON);

        assertNotTrusted(signature, MESSAGE, NOON);
    }

    @Test
    void doesNotHoldUnderAKeyThatNobodyKnows() {
        var signature = MessageSignature.sign(MESSAGE, key("TELENOR"), NOON);

        assertNotTrusted(signature, MESSAGE, NOON);
    }

    @Test
    void holdsWithinTheToleranceOnly() {
        var signature = MessageSignature.sign(MESSAGE, OURS, NOON);

        assertThatNoException().isThrownBy(() -> verify(signature, MESSAGE, NOON.plus(TOLERANCE)));
        assertThatNoException().isThrownBy(() -> verify(signature, MESSAGE, NOON.minus(TOLERANCE)));
        assertNotTrusted(signature, MESSAGE, NOON.plus(TOLERANCE).plusMillis(1));
        assertNotTrusted(signature, MESSAGE, NOON.minus(TOLERANCE).minusMillis(1));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void refusesWhatIsNoSignature(String signature) {
        assertNotTrusted(signature, MESSAGE, NOON);
    }

    @Test
    void refusesASignatureThatTheSameKeyMadeForAnotherUse() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("TELENOR").build();
        var other = new JWSObject(header, new Payload(Map.of("sender", "TELENOR")));
        other.sign(new ECDSASigner(OURS));

        assertNotTrusted(other.serialize(), MESSAGE, NOON);
    }

    private static void assertNotTrusted(String signature, Message message, Instant now) {
        assertThatExceptionOfType(NotTrusted.class)
                .isThrownBy(() -> verify(signature, message, now));
    }

    private static void verify(String signature, Message message, Instant now) throws NotTrusted {
        MessageSignature.verify(signature, message, KEYS, now, TOLERANCE);
    }

    private static Message message(
            String sender, String receiver, String method, String path, String body) {
        return new Message(sender, receiver, method, path, body.getBytes(UTF_8));
    }

    private static ECKey key(String owner) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(owner).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
