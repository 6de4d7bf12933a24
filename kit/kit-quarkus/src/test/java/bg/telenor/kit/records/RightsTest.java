package bg.telenor.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.Topic;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.events.rights.RightsEvent;
import bg.telenor.events.rights.RightsEvent.AccessRequested;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.events.rights.RightsEvent.PublicKey;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.TestRecords.LinkKeeper;
import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class RightsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject TestRecords services;
    @Inject LinkKeeper keeper;

    @Test
    void handsOutAllThatIsKeptAboutAReferenceInTheWindow() throws Exception {
        var subject = services.someone();
        var link = TestRecords.link(subject);
        services.keep(link, "account-1");
        var changedHands = Instant.now();
        var later = TestRecords.link(subject);
        services.keep(later, "account-2");
        var key = answerKey();

        var request = access(subject, Instant.EPOCH, changedHands, key);
        Suite.send(SuiteService.CONSENT, request);

        var records = opened(answers(request.requestId(), "AccessAnswered"), key);
        assertThat(records).hasSize(1);
        var record = records.getFirst();
        assertThat(record.path("id").asText()).isEqualTo(link.id().toString());
        assertThat(record.path("service").asText()).isEqualTo("identity-service");
        assertThat(record.path("purpose").asText()).isEqualTo("PAY_WITH_TELENOR");
        assertThat(record.path("title").path("en").asText()).isNotEmpty();
        assertThat(record.path("source").asText()).isEqualTo("GOOGLE_PLAY");
        assertThat(record.path("basis").asText()).isEqualTo("GDPR art. 6(1)(b)");
        assertThat(record.path("retainUntil").asText()).isNotEmpty();
        assertThat(record.path("content").path(services.field(link)).asText())
                .isEqualTo("account-1");
    }

    @Test
    void whatEndsByTheClockIsListedAndDoesNotLiveOnInTheArchive() throws Exception {
        var subject = services.someone();
        var photo =
                new Kept(
                        RecordType.IDENTITY_PHOTO,
                        UUID.randomUUID(),
                        subject,
                        Purpose.CONTRACT_CONCLUSION,
                        Source.REGIX_BDS,
                        null,
                        Role.USER);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                services.of("identity-service")
                                        .keep(photo, Map.of("photo", "a picture")));
        var key = answerKey();

        var request = access(subject, Instant.EPOCH, null, key);
        Suite.send(SuiteService.CONSENT, request);

        var records = opened(answers(request.requestId(), "AccessAnswered"), key);
        assertThat(records).hasSize(1);
        var record = records.getFirst();
        assertThat(record.path("record").asText()).isEqualTo("IDENTITY_PHOTO");
        assertThat(record.path("retainUntil").asText()).isNotEmpty();
        assertThat(record.has("content")).isFalse();
    }

    @Test
    void whatDoesNotFitIntoOneEventComesInPieces() throws Exception {
        var subject = services.someone();
        for (int i = 0; i < 5; i++) {
            services.keep(TestRecords.link(subject), "a".repeat(60_000));
        }
        var key = answerKey();

        var request = access(subject, Instant.EPOCH, null, key);
        Suite.send(SuiteService.CONSENT, request);

        var answers = answers(request.requestId(), "AccessAnswered");
        assertThat(answers).hasSize(3);
        assertThat(opened(answers, key)).hasSize(5);
    }

    @Test
    void whoKeepsNothingSaysSo() throws Exception {
        var key = answerKey();

        var request = access(services.someone(), Instant.EPOCH, null, key);
        Suite.send(SuiteService.CONSENT, request);

        var answers = answers(request.requestId(), "AccessAnswered");
        assertThat(answers).hasSize(1);
        assertThat(opened(answers, key)).isEmpty();
    }

    @Test
    void erasesWhatNoLawHoldsBackAndSaysWhatItDoes() {
        var subject = services.someone();
        var link = TestRecords.link(subject);
        var purchase = TestRecords.purchase(subject);
        services.keep(link, "account");
        services.keep(purchase, "a game");
        var key = services.document(link).key();

        var request = erasure(subject, null);
        Suite.send(SuiteService.CONSENT, request);

        var answer = answers(request.requestId(), "ErasureAnswered").getFirst().data();
        assertThat(Owner.keyExists(key)).isFalse();
        assertThat(answer.path("erased").asInt()).isEqualTo(1);
        var retained = answer.path("retained");
        assertThat(retained).hasSize(1);
        assertThat(retained.path(0).path("recordId").asText()).isEqualTo(purchase.id().toString());
        assertThat(keeper.wasTold(link.id())).isTrue();
        assertThat(erasedSubjects(subject)).isZero();
    }

    @Test
    void remembersAReferenceOfWhichNothingIsLeft() {
        var subject = services.someone();
        services.keep(TestRecords.link(subject), "account");

        var request = erasure(subject, null);
        Suite.send(SuiteService.CONSENT, request);

        answers(request.requestId(), "ErasureAnswered");
        assertThat(erasedSubjects(subject)).isEqualTo(1);
    }

    @Test
    void theNextHolderOfANumberLosesNothing() {
        var subject = services.someone();
        var before = TestRecords.link(subject);
        services.keep(before, "account-1");
        var changedHands = Instant.now();
        var after = TestRecords.link(subject);
        services.keep(after, "account-2");

        var request = erasure(subject, changedHands);
        Suite.send(SuiteService.CONSENT, request);

        answers(request.requestId(), "ErasureAnswered");
        assertThat(Owner.isKept(before)).isFalse();
        assertThat(Owner.isKept(after)).isTrue();
    }

    @Test
    void aCommandTwiceIsAnsweredOnce() {
        var request = erasure(services.someone(), null);
        var id = UUID.randomUUID();

        Suite.send(id, SuiteService.CONSENT, request);
        Suite.send(id, SuiteService.CONSENT, request);

        answers(request.requestId(), "ErasureAnswered");
        staysWith(1, request);
    }

    @Test
    void aCommandThatAnotherServiceSignedDoesNothing() {
        var subject = services.someone();
        var link = TestRecords.link(subject);
        services.keep(link, "account");

        var request = erasure(subject, null);
        Suite.send(SuiteService.PAY, request);

        staysWith(0, request);
        assertThat(Owner.isKept(link)).isTrue();
    }

    @Test
    void aCommandThatHasExpiredDoesNothing() {
        var subject = services.someone();
        var link = TestRecords.link(subject);
        services.keep(link, "account");
        var expired =
                new ErasureRequested(
                        subject,
                        UUID.randomUUID(),
                        1,
                        1,
                        Instant.EPOCH,
                        null,
                        Instant.now().minusSeconds(1),
                        null);

        Suite.send(SuiteService.CONSENT, expired);

        staysWith(0, expired);
        assertThat(Owner.isKept(link)).isTrue();
    }

    private static AccessRequested access(
            SubjectRef subject, Instant from, Instant until, ECKey key) {
        return new AccessRequested(
                subject,
                UUID.randomUUID(),
                1,
                1,
                from,
                until,
                Instant.now().plusSeconds(3600),
                new PublicKey(key.getX() + "." + key.getY()),
                null);
    }

    private static ErasureRequested erasure(SubjectRef subject, Instant until) {
        return new ErasureRequested(
                subject,
                UUID.randomUUID(),
                1,
                1,
                Instant.EPOCH,
                until,
                Instant.now().plusSeconds(3600),
                null);
    }

    private static ECKey answerKey() throws Exception {
        return new ECKeyGenerator(Curve.P_256).generate();
    }

    /** Waits for the last piece. */
    private static List<TopicRecord> answers(UUID request, String type) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                ofType(request, type).stream()
                                        .anyMatch(
                                                answer ->
                                                        answer.data()
                                                                .path("last")
                                                                .asBoolean(true)));
        return ofType(request, type);
    }

    private static List<TopicRecord> ofType(UUID request, String type) {
        return Suite.events(Topic.RIGHTS_ANSWERS, request).stream()
                .filter(answer -> answer.type().equals(type))
                .toList();
    }

    private static List<JsonNode> opened(List<TopicRecord> answers, ECKey key) throws Exception {
        var records = new ArrayList<JsonNode>();
        for (int piece = 0; piece < answers.size(); piece++) {
            var answer = answers.get(piece).data();
            var jwe = JWEObject.parse(answer.path("content").asText());
            jwe.decrypt(new ECDHDecrypter(key));
            var content = jwe.getPayload().toBytes();
            assertThat(answer.path("piece").asInt()).isEqualTo(piece);
            assertThat(answer.path("digest").asText()).isEqualTo(Sha256.of(content).value());
            JSON.readTree(content).forEach(records::add);
        }
        return records;
    }

    private static void staysWith(int answers, RightsEvent request) {
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(
                        () ->
                                Suite.events(Topic.RIGHTS_ANSWERS, request.requestId()).size()
                                        == answers);
    }

    private static long erasedSubjects(SubjectRef subject) {
        return Owner.countData(
                "SELECT count(*) FROM erased_subject WHERE subject_ref = ?", subject.value());
    }
}
