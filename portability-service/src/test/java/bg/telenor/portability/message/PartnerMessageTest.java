package bg.telenor.portability.message;

import static bg.telenor.portability.Others.A1;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.operator.OperatorCaller.Answered;
import bg.telenor.counterparts.operator.PortingDesk.Policy;
import bg.telenor.events.Topic;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange as a donor tries it, who is silent unless the test lets it speak. */
@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class PartnerMessageTest {

    private static final String PATH = "/partner/v1/messages";
    private static final Map<String, Object> NOTHING = Map.of();

    @TestHTTPResource("/")
    URI service;

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfA1();

    @Test
    void takesTheSameMessageTwiceAndActsOnce() throws Exception {
        var id = asked();
        var accept = A1.message(id, "PortAccept", NOTHING);

        var first = A1.bring(accept);
        var second = A1.bring(accept);

        assertThat(first.trusted()).isTrue();
        assertThat(status(first)).isEqualTo("ACKNOWLEDGED");
        assertThat(status(second)).isEqualTo("ACKNOWLEDGED");
        assertThat(second.body().path("messageId").asText()).isEqualTo(accept.get("messageId"));
        Shop.await(id, "COMPLETED");
        assertThat(Suite.events(Topic.PORTING, id))
                .extracting(TopicRecord::type)
                .containsOnlyOnce("PortingScheduled");
    }

    @Test
    void takesAMessageLaterThatCameTooEarly() throws Exception {
        var id = asked();
        var early = A1.message(id, "PortExecuted", Map.of("at", "2026-03-05T08:00:00Z"));

        assertThat(code(A1.bring(early))).isEqualTo("NOT_ALLOWED_NOW");

        Shop.get(id).then().body("status", equalTo("REQUESTED"));
        A1.bring(A1.message(id, "PortAccept", NOTHING));
        // A1 says the same by itself once it has executed, and either of the two is the first.
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                status(A1.bring(early)).equals("ACKNOWLEDGED")
                                        || "COMPLETED".equals(Shop.get(id).path("status")));
        Shop.await(id, "COMPLETED");
    }

    @Test
    void doesNotLetADonorChangeItsMind() throws Exception {
        var id = asked();
        A1.bring(A1.message(id, "PortReject", Map.of("codes", List.of("DEBT"))));

        assertThat(code(A1.bring(A1.message(id, "PortAccept", NOTHING))))
                .isEqualTo("NOT_ALLOWED_NOW");

        Shop.get(id).then().body("status", equalTo("REJECTED"));
    }

    @Test
    void takesALateAnswerToACancelledRequestWithoutActing() throws Exception {
        var id = asked();
        Shop.cancel(id).then().statusCode(200);

        assertThat(status(A1.bring(A1.message(id, "PortAccept", NOTHING))))
                .isEqualTo("ACKNOWLEDGED");

        Shop.get(id).then().body("status", equalTo("CANCELLED"));
    }

    @Test
    void doesNotKnowAnothersPorting() throws Exception {
        var id = asked();

        var answer = Others.VIVACOM.bring(Others.VIVACOM.message(id, "PortAccept", NOTHING));

        assertThat(code(answer)).isEqualTo("UNKNOWN_PORTING");
        Shop.get(id).then().body("status", equalTo("REQUESTED"));
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        var id = UUID.randomUUID();

        assertThat(code(A1.bring(A1.message(id, "PortDance", NOTHING)))).isEqualTo("UNKNOWN_TYPE");
        assertThat(code(A1.bring(with(A1.message(id, "PortAccept", NOTHING), "version", 2))))
                .isEqualTo("UNSUPPORTED_VERSION");
        assertThat(code(A1.bring(A1.message(id, "PortAccept", NOTHING))))
                .isEqualTo("UNKNOWN_PORTING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PortReject|codes|[]",
                "PortReject|codes|MAYBE",
                "PortSchedule|windowFrom|2026-03-05T08:00:00Z",
                "PortExecute|route|not a route",
                "PortRequest|numbers|+40722000123"
            })
    void refusesABodyThatIsNone(String type, String field, String value) throws Exception {
        var message = A1.message(UUID.randomUUID(), type, Map.of(field, value));

        assertThat(code(A1.bring(message))).isEqualTo("MALFORMED");
    }

    @Test
    void skipsFieldsOfLaterVersions() throws Exception {
        var id = asked();
        var message = A1.message(id, "PortAccept", Map.of("mood", "good"));

        assertThat(status(A1.bring(with(message, "priority", 1)))).isEqualTo("ACKNOWLEDGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender", "receiver"})
    void believesTheTokenAndNotTheBody(String field) throws Exception {
        var id = asked();
        var message = with(A1.message(id, "PortAccept", NOTHING), field, "VIVACOM");

        var answer = A1.bring(message);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("code").asText()).isEqualTo("SENDER_MISMATCH");
    }

    @Test
    void doesNotTakeAForgedMessage() throws Exception {
        var id = asked();

        var answer =
                Others.a1()
                        .caller()
                        .postForged(service, PATH, A1.message(id, "PortAccept", NOTHING));

        assertThat(answer.status()).isEqualTo(403);
        Shop.get(id).then().body("status", equalTo("REQUESTED"));
    }

    @Test
    void doesNotTakeAMessageWithoutASignature() {
        given().auth()
                .oauth2(Suite.token("a1").text())
                .contentType("application/json")
                .body(A1.message(UUID.randomUUID(), "PortAccept", NOTHING))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void doesNotTakeAMessageOfWhoIsNoOperator() {
        var shop = Suite.token("shop").scopes("partner-messages").text();

        given().auth()
                .oauth2(shop)
                .contentType("application/json")
                .body(A1.message(UUID.randomUUID(), "PortAccept", NOTHING))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    /** A porting whose donor has been asked and stays silent. */
    private UUID asked() {
        A1.answers(number.e164(), Policy.SILENT);
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, number);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !A1.received(id).isEmpty());
        return id;
    }

    private static Map<String, Object> with(
            Map<String, Object> message, String field, Object value) {
        var changed = new HashMap<>(message);
        changed.put(field, value);
        return changed;
    }

    private static String status(Answered answer) {
        return answer.body().path("status").asText();
    }

    private static String code(Answered answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(status(answer)).isEqualTo("ERROR");
        return answer.body().path("code").asText();
    }
}
