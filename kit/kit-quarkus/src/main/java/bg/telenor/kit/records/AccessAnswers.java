package bg.telenor.kit.records;

import bg.telenor.events.rights.RightsAnswerEvent.AccessAnswered;
import bg.telenor.events.rights.RightsEvent.AccessRequested;
import bg.telenor.events.rights.RightsEvent.PublicKey;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.event.Jwe;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers GDPR art. 15 for this service: all that it keeps about a reference, in pieces encrypted
 * to the request's own key. Who keeps nothing says so with an empty list. Of what ends by the clock
 * it is said that it is kept, without its content, which must not live on in an archive.
 */
@ApplicationScoped
class AccessAnswers {

    /** Encrypted and in base64 a piece must still fit into one event. */
    private static final int MAX_PIECE = 150 * 1024;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private record Answer(
            String service,
            RecordType record,
            UUID id,
            Purpose purpose,
            Map<String, String> title,
            String basis,
            Source source,
            UUID caseId,
            Instant receivedAt,
            LocalDate retainUntil,
            @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode content) {}

    private final Documents documents;
    private final Records records;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final String service;
    private final Clock clock;

    AccessAnswers(
            Documents documents,
            Records records,
            Catalogue catalogue,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock) {
        this.documents = documents;
        this.records = records;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.service = service;
        this.clock = clock;
    }

    void answer(AccessRequested request) {
        var pieces = pieces(answers(request));
        for (int piece = 0; piece < pieces.size(); piece++) {
            var content = pieces.get(piece).getBytes(StandardCharsets.UTF_8);
            outbox.publish(
                    new AccessAnswered(
                            request.key(),
                            request.requestId(),
                            request.part(),
                            piece,
                            piece == pieces.size() - 1,
                            encrypt(content, request.answerKey()),
                            Sha256.of(content)));
        }
    }

    /** An earlier archive is left out: it is an answer, and what it lists is listed here itself. */
    private List<String> answers(AccessRequested request) {
        var window = Window.of(request, clock.instant());
        var facts = Map.of("rightsRequest", request.requestId().toString());
        var answers = new ArrayList<String>();
        for (var document : documents.lockOfSubject(request.key(), window.from(), window.until())) {
            if (document.eraseAt() != null) {
                answers.add(answer(document, null));
            } else if (document.record() != RecordType.RIGHTS_ARCHIVE) {
                records.read(document, facts)
                        .ifPresent(opened -> answers.add(answer(document, opened.content())));
            }
        }
        return answers;
    }

    private String answer(Document document, JsonNode content) {
        try {
            return JSON.writeValueAsString(
                    new Answer(
                            service,
                            document.record(),
                            document.id(),
                            document.purpose(),
                            catalogue.of(document.purpose()).title(),
                            document.basis(),
                            document.source(),
                            document.caseId(),
                            document.receivedAt(),
                            document.retainUntil(),
                            content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer cannot be written as JSON");
        }
    }

    /** JSON lists, each of at most {@link #MAX_PIECE} bytes; at least one. */
    static List<String> pieces(List<String> answers) {
        var pieces = new ArrayList<String>();
        var piece = new ArrayList<String>();
        int size = 0;
        for (var answer : answers) {
            int more = answer.getBytes(StandardCharsets.UTF_8).length + 1;
            if (!piece.isEmpty() && size + more > MAX_PIECE) {
                pieces.add("[" + String.join(",", piece) + "]");
                piece.clear();
                size = 0;
            }
            piece.add(answer);
            size += more;
        }
        pieces.add("[" + String.join(",", piece) + "]");
        return pieces;
    }

    private static Jwe encrypt(byte[] content, PublicKey key) {
        try {
            var to =
                    new ECKey.Builder(Curve.P_256, new Base64URL(key.x()), new Base64URL(key.y()))
                            .build();
            var jwe =
                    new JWEObject(
                            new JWEHeader(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM),
                            new Payload(content));
            jwe.encrypt(new ECDHEncrypter(to));
            return new Jwe(jwe.serialize());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("answer key cannot be encrypted to", e);
        }
    }
}
