package bg.telenor.consent.rights;

import static org.awaitility.Awaitility.await;

import bg.telenor.events.Topic;
import bg.telenor.events.rights.RightsAnswerEvent.AccessAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.ErasureAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.Finding;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered.Outcome;
import bg.telenor.events.rights.RightsAnswerEvent.RestrictionAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.Retained;
import bg.telenor.kit.event.Jwe;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.subject.SubjectRef;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The other services, answering what is asked of them on topic {@code rights}. */
record Answerer(UUID request, List<TopicRecord> parts) {

    static final List<SuiteService> OTHERS =
            List.of(
                    SuiteService.IDENTITY,
                    SuiteService.PORTABILITY,
                    SuiteService.DEBT_CHECK,
                    SuiteService.PAY);

    /** Waits until all parts of a request are on the topic. */
    static Answerer of(String request, int parts) {
        var id = UUID.fromString(request);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Suite.events(Topic.RIGHTS, id).size() == parts);
        return new Answerer(id, Suite.events(Topic.RIGHTS, id));
    }

    /** All others say, to every part, that they keep nothing. */
    void nothingElse() {
        OTHERS.forEach(this::nothing);
    }

    void nothing(SuiteService service) {
        parts.forEach(part -> Suite.send(service, piece(part, 0, true, "[]")));
    }

    AccessAnswered piece(TopicRecord part, int piece, boolean last, String content) {
        var plain = content.getBytes(StandardCharsets.UTF_8);
        return piece(part, piece, last, content, Sha256.of(plain));
    }

    AccessAnswered piece(TopicRecord part, int piece, boolean last, String content, Sha256 digest) {
        var data = part.data();
        return new AccessAnswered(
                new SubjectRef(part.key()),
                request,
                data.path("part").asInt(),
                piece,
                last,
                encrypt(content, data.path("answerKey").asText()),
                digest);
    }

    ErasureAnswered erased(TopicRecord part, int erased, List<Retained> retained) {
        return new ErasureAnswered(
                new SubjectRef(part.key()),
                request,
                part.data().path("part").asInt(),
                erased,
                retained,
                Instant.now());
    }

    /** All others say, to every part, how many records a restriction is about. */
    void restricted(int records) {
        for (var service : OTHERS) {
            parts.forEach(
                    part ->
                            Suite.send(
                                    service,
                                    new RestrictionAnswered(
                                            new SubjectRef(part.key()),
                                            request,
                                            part.data().path("part").asInt(),
                                            records,
                                            Instant.now())));
        }
    }

    RectificationAnswered found(TopicRecord part, Outcome outcome, List<Finding> findings) {
        return new RectificationAnswered(
                new SubjectRef(part.key()),
                request,
                part.data().path("part").asInt(),
                outcome,
                findings,
                Instant.now());
    }

    private static Jwe encrypt(String content, String point) {
        try {
            var key =
                    new ECKey.Builder(
                                    Curve.P_256,
                                    new Base64URL(point.substring(0, 43)),
                                    new Base64URL(point.substring(44)))
                            .build();
            var header = new JWEHeader(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM);
            var jwe = new JWEObject(header, new Payload(content));
            jwe.encrypt(new ECDHEncrypter(key));
            return new Jwe(jwe.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
