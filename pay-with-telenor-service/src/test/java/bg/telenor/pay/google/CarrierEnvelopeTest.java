package bg.telenor.pay.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.pay.google.CarrierFault.Code;
import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierEnvelopeTest {

    private static final byte[] JSON = "{\"clientMessage\":\"hello\"}".getBytes(UTF_8);

    private static final ECKey GOOGLE_OLD = key("google-2025", KeyUse.SIGNATURE);
    private static final ECKey GOOGLE_SIG = key("google-2026", KeyUse.SIGNATURE);
    private static final ECKey GOOGLE_ENC = key("google-enc", KeyUse.ENCRYPTION);
    private static final ECKey OUR_SIG = key("our-sig", KeyUse.SIGNATURE);
    private static final ECKey OUR_OLD_ENC = key("our-enc-2025", KeyUse.ENCRYPTION);
    private static final ECKey OUR_ENC = key("our-enc-2026", KeyUse.ENCRYPTION);

    private static final CarrierEnvelope OURS =
            new CarrierEnvelope(
                    publicSet(GOOGLE_SIG, GOOGLE_OLD, GOOGLE_ENC),
                    set(OUR_SIG, OUR_ENC, OUR_OLD_ENC));
    private static final CarrierEnvelope GOOGLES =
            new CarrierEnvelope(publicSet(OUR_SIG, OUR_ENC), set(GOOGLE_SIG, GOOGLE_ENC));

    @Test
    void opensWhatTheOtherSideSealed() {
        var request = GOOGLES.seal(JSON);

        assertThat(OURS.open(request)).isEqualTo(JSON);
        assertThat(GOOGLES.open(OURS.seal(JSON))).isEqualTo(JSON);
    }

    @Test
    void opensWhatIsSealedWithTheKeysOfLastYear() throws JOSEException {
        var sealed = encrypt(sign(GOOGLE_OLD), OUR_OLD_ENC, EncryptionMethod.A256GCM, null);

        assertThat(OURS.open(sealed)).isEqualTo(JSON);
    }

    @Test
    void refusesTheSignatureOfAStranger() throws JOSEException {
        var stranger = key("google-2026", KeyUse.SIGNATURE);

        var sealed = encrypt(sign(stranger), OUR_ENC, EncryptionMethod.A256GCM, null);

        assertRefused(sealed, Code.INVALID_PAYLOAD_SIGNATURE);
    }

    @Test
    void refusesASignatureByAKeyThatIsForEncryption() throws JOSEException {
        var sealed = encrypt(sign(GOOGLE_ENC), OUR_ENC, EncryptionMethod.A256GCM, null);

        assertRefused(sealed, Code.INVALID_PAYLOAD_SIGNATURE);
    }

    @Test
    void refusesWhatIsNotSigned() throws JOSEException {
        var plain = new PlainObject(new Payload(JSON)).serialize();

        var sealed = encrypt(plain, OUR_ENC, EncryptionMethod.A256GCM, null);

        assertRefused(sealed, Code.INVALID_PAYLOAD_SIGNATURE);
    }

    @Test
    void refusesAMacWithOurPublicKeyAsItsSecret() throws JOSEException {
        var mac =
                new JWSObject(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("google-2026").build(),
                        new Payload(JSON));
        mac.sign(new MACSigner(GOOGLE_SIG.toPublicJWK().toJSONString()));

        var sealed = encrypt(mac.serialize(), OUR_ENC, EncryptionMethod.A256GCM, null);

        assertRefused(sealed, Code.INVALID_PAYLOAD_SIGNATURE);
    }

    @Test
    void refusesCiphersThatWereNotAgreed() throws JOSEException {
        var sealed = encrypt(sign(GOOGLE_SIG), OUR_ENC, EncryptionMethod.A128CBC_HS256, null);

        assertRefused(sealed, Code.INVALID_PAYLOAD_ENCRYPTION);
    }

    @Test
    void refusesWhatIsCompressed() throws JOSEException {
        var sealed =
                encrypt(
                        sign(GOOGLE_SIG),
                        OUR_ENC,
                        EncryptionMethod.A256GCM,
                        CompressionAlgorithm.DEF);

        assertRefused(sealed, Code.INVALID_PAYLOAD_ENCRYPTION);
    }

    @Test
    void refusesWhatIsEncryptedToAnotherUnderTheNameOfOurKey() throws JOSEException {
        var another = key("our-enc-2026", KeyUse.ENCRYPTION);

        var sealed = encrypt(sign(GOOGLE_SIG), another, EncryptionMethod.A256GCM, null);

        assertRefused(sealed, Code.INVALID_PAYLOAD_ENCRYPTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "garbage", "{}", "a.b.c.d.e", "....", "\u0000\uFFFF"})
    void refusesGarbage(String garbage) {
        assertRefused(garbage, Code.INVALID_PAYLOAD_ENCRYPTION);
    }

    @Test
    void refusesEveryCut() {
        var sealed = GOOGLES.seal(JSON);

        IntStream.range(0, sealed.length())
                .filter(i -> i % 7 == 0)
                .forEach(
                        i ->
                                assertRefused(
                                        sealed.substring(0, i), Code.INVALID_PAYLOAD_ENCRYPTION));
    }

    @Test
    void refusesEveryChangedCharacter() {
        var sealed = GOOGLES.seal(JSON);

        IntStream.range(0, sealed.length() - 1)
                .filter(i -> i % 7 == 0)
                // The last character of a part has bits that mean nothing.
                .filter(i -> sealed.charAt(i + 1) != '.')
                .forEach(
                        i ->
                                assertThatExceptionOfType(CarrierFault.class)
                                        .isThrownBy(() -> OURS.open(changed(sealed, i))));
    }

    private static void assertRefused(String sealed, Code code) {
        assertThatExceptionOfType(CarrierFault.class)
                .isThrownBy(() -> OURS.open(sealed))
                .extracting(CarrierFault::code)
                .isEqualTo(code);
    }

    private static String changed(String sealed, int at) {
        char other = sealed.charAt(at) == '_' ? '-' : '_';
        return sealed.substring(0, at) + other + sealed.substring(at + 1);
    }

    private static String sign(ECKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var signed = new JWSObject(header, new Payload(JSON));
        signed.sign(new ECDSASigner(key));
        return signed.serialize();
    }

    private static String encrypt(
            String content, ECKey to, EncryptionMethod method, CompressionAlgorithm zip)
            throws JOSEException {
        var header =
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, method)
                        .keyID(to.getKeyID())
                        .compressionAlgorithm(zip)
                        .build();
        var encrypted = new JWEObject(header, new Payload(content));
        encrypted.encrypt(new ECDHEncrypter(to));
        return encrypted.serialize();
    }

    private static JWKSet set(ECKey... keys) {
        return new JWKSet(List.<JWK>of(keys));
    }

    private static JWKSet publicSet(ECKey... keys) {
        return set(keys).toPublicJWKSet();
    }

    private static ECKey key(String kid, KeyUse use) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
