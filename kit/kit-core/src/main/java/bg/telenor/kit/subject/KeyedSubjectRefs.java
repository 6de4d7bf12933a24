package bg.telenor.kit.subject;

import bg.telenor.kit.subject.SubjectRef.Kind;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * References under keys held in this process: HMAC-SHA-256 over {@code subject/v1|<kind>|<canonical
 * identifier>}, a key of at least 32 bytes per kind, key version 1. For one machine; production
 * computes the same in a KMS or HSM.
 */
final class KeyedSubjectRefs implements SubjectRefs {

    private static final int KEY_VERSION = 1;
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<Kind, SecretKeySpec> keys = new EnumMap<>(Kind.class);

    KeyedSubjectRefs(Map<Kind, byte[]> keys) {
        for (var kind : Kind.values()) {
            var key = keys.get(kind);
            if (key == null || key.length < 32) {
                throw new IllegalArgumentException(
                        "key for " + kind + " is missing or shorter than 32 bytes");
            }
            this.keys.put(kind, new SecretKeySpec(key, ALGORITHM));
        }
    }

    @Override
    public SubjectRef of(PersonalNumber number) {
        return switch (number.type()) {
            case EGN -> ref(Kind.EGN, number.value());
            case LNCH -> ref(Kind.LNCH, number.value());
        };
    }

    @Override
    public SubjectRef of(Msisdn number) {
        return ref(Kind.MSISDN, number.e164());
    }

    @Override
    public SubjectRef ofStoreAccount(String store, String account) {
        return ref(Kind.STORE, store + "/" + account);
    }

    @Override
    public SubjectRef ofEmployee(String userName) {
        return ref(Kind.EMPLOYEE, userName.toLowerCase(Locale.ROOT));
    }

    private SubjectRef ref(Kind kind, String canonical) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(kind));
            var text = "subject/v1|" + kind.prefix() + "|" + canonical;
            var hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return new SubjectRef(
                    kind.prefix()
                            + ":"
                            + KEY_VERSION
                            + ":"
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
