package bg.telenor.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keyed fingerprints of requests, so that what a body held cannot be tried out from the table: its
 * identifiers are few enough to guess.
 */
@ApplicationScoped
class Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";

    private final ObjectMapper mapper =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();
    private final SecretKeySpec key;

    Fingerprints(@ConfigProperty(name = "suite.keys.dir") Path keys) {
        try {
            var text = Files.readString(keys.resolve("fingerprint.key")).strip();
            this.key = new SecretKeySpec(Base64.getDecoder().decode(text), ALGORITHM);
        } catch (IOException e) {
            throw new UncheckedIOException("fingerprint.key cannot be read", e);
        }
    }

    String of(Object body) {
        try {
            return hash(mapper.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request body cannot be written as JSON", e);
        }
    }

    String of(IdempotencyKey key) {
        return hash(key.value().getBytes(StandardCharsets.US_ASCII));
    }

    private String hash(byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
