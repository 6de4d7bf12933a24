package bg.telenor.identity.webhook;

import bg.telenor.identity.webhook.Webhooks.Decision;
import bg.telenor.identity.webhook.Webhooks.Due;
import bg.telenor.kit.signature.MessageSignature;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a client is told, as a CloudEvent with ids only, signed for that client, its path and the
 * moment.
 */
@ApplicationScoped
class WebhookMessages {

    private static final String TYPE = "IdentityReferenceDecided";

    /** A message ready to be sent. */
    record Message(String headers, byte[] body) {}

    private record CloudEvent(
            String specversion,
            UUID id,
            String source,
            String type,
            UUID subject,
            Instant time,
            String datacontenttype,
            Data data) {}

    private record Data(UUID referenceId, UUID caseId, Decision status) {}

    private final ObjectMapper json;
    private final String service;
    private final Path keyFile;
    private final Clock clock;

    WebhookMessages(
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "suite.keys.dir") Path keys,
            Clock clock) {
        this.json = json;
        this.service = service;
        this.keyFile = keys.resolve("signing.jwk");
        this.clock = clock;
    }

    Message of(Due due) {
        var body = body(due.told());
        var signature =
                MessageSignature.sign(
                        new MessageSignature.Message(
                                service, due.sink().client(), "POST", due.sink().path(), body),
                        key(),
                        clock.instant());
        return new Message(
                "Content-Type: application/cloudevents+json\r\n%s: %s\r\n"
                        .formatted(MessageSignature.HEADER, signature),
                body);
    }

    /** What a client verifies signatures with. */
    JWK publicKey() {
        return key().toPublicJWK();
    }

    private byte[] body(Webhooks.Told told) {
        var event =
                new CloudEvent(
                        "1.0",
                        told.id(),
                        service,
                        TYPE,
                        told.referenceId(),
                        told.decidedAt(),
                        "application/json",
                        new Data(told.referenceId(), told.caseId(), told.decision()));
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written as JSON", e);
        }
    }

    /** Read anew each time, so that a rotated file is noticed. */
    private ECKey key() {
        try {
            return ECKey.parse(Files.readString(keyFile));
        } catch (IOException e) {
            throw new UncheckedIOException("signing.jwk cannot be read", e);
        } catch (ParseException e) {
            throw new IllegalStateException("signing.jwk is not an EC key", e);
        }
    }
}
