package bg.telenor.kit.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is sealed: the content, and for each of its fields the random salt of its commitment in
 * evidence. When the envelope is gone, nobody can try out what a commitment was made of.
 */
record Envelope(ObjectNode content, Map<String, String> salts) {

    private static final String HMAC = "HmacSHA256";
    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    Envelope {
        salts = Map.copyOf(salts);
    }

    /**
     * @throws IllegalArgumentException when the content is not an object
     */
    static Envelope of(Object content) {
        if (!(JSON.valueToTree(content) instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("content is not an object with fields");
        }
        var salts = new TreeMap<String, String>();
        for (var field : fields.properties()) {
            var salt = new byte[SALT_BYTES];
            RANDOM.nextBytes(salt);
            salts.put(field.getKey(), Base64.getEncoder().encodeToString(salt));
        }
        return new Envelope(fields, salts);
    }

    static Envelope read(byte[] opened) {
        try {
            return JSON.readValue(opened, Envelope.class);
        } catch (IOException e) {
            throw new IllegalStateException("sealed content is not an envelope", e);
        }
    }

    byte[] bytes() {
        return write(this);
    }

    Set<String> fields() {
        return new TreeSet<>(salts.keySet());
    }

    <T> T as(Class<T> type) {
        try {
            return JSON.treeToValue(content, type);
        } catch (JsonProcessingException e) {
            // Without its cause, whose text repeats the content.
            throw new IllegalStateException("content does not fit " + type.getSimpleName());
        }
    }

    /** Field by field, base64 of HMAC-SHA-256(salt, the value's JSON with sorted keys). */
    Map<String, String> commitments() {
        var commitments = new TreeMap<String, String>();
        salts.forEach((field, salt) -> commitments.put(field, commitment(field, salt)));
        return commitments;
    }

    private String commitment(String field, String salt) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(salt), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(write(content.get(field))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    private static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content cannot be written as JSON", e);
        }
    }
}
