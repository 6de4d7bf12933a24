package bg.telenor.identity.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.regix.Standing;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.signature.MessageSignature;
import bg.telenor.kit.signature.MessageSignature.NotTrusted;
import com.nimbusds.jose.jwk.JWKSet;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A client that wants it is called back when its reference is decided, and until it took the call.
 */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class WebhookTest {

    private static final String IDS_ONLY = "[0-9a-f-]{36}";

    @Inject MeterRegistry metrics;
    @Inject Webhooks webhooks;

    private TestSink sink;

    @BeforeEach
    void open() {
        assertThat(Register.SERVER.uri()).isNotNull();
        sink = Callbacks.sinkOf("shop", TestSink.Mode.OK);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void tellsTheClientThatItsReferenceIsDecidedAndNothingOfThePerson() {
        var caseId = UUID.randomUUID();

        var id = Callbacks.ask("shop", caseId, Register.somebody());

        var call = Callbacks.awaitCall(sink, id);
        var event = call.event();
        assertThat(call.path()).isEqualTo("/called-back");
        assertThat(call.headers()).containsEntry("Content-Type", "application/cloudevents+json");
        assertThat(event.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "data");
        assertThat(event.path("id").asText()).matches(IDS_ONLY);
        assertThat(event.path("type").asText()).isEqualTo("IdentityReferenceDecided");
        assertThat(event.path("data").toString())
                .isEqualTo(
                        "{\"referenceId\":\"%s\",\"caseId\":\"%s\",\"status\":\"CONFIRMED\"}"
                                .formatted(id, caseId));
        Callbacks.awaitGone(id);
    }

    @Test
    void doesNotSayWhyAReferenceWasRefused() {
        var id = Callbacks.ask("shop", UUID.randomUUID(), Register.somebody(Standing.DECEASED));

        var data = Callbacks.awaitCall(sink, id).event().path("data");

        assertThat(data.path("status").asText()).isEqualTo("REFUSED");
        assertThat(data.properties()).hasSize(3);
    }

    @Test
    void isSignedByAPublishedKeyForThisClientAndPathAndMoment() throws Exception {
        var call =
                Callbacks.awaitCall(
                        sink, Callbacks.ask("shop", UUID.randomUUID(), Register.somebody()));
        var keys = publishedKeys();
        var signature = call.headers().get(MessageSignature.HEADER);
        var told =
                new MessageSignature.Message(
                        "identity-service", "shop", "POST", "/called-back", call.body());
        var tolerance = Duration.ofMinutes(1);

        assertThatCode(
                        () ->
                                MessageSignature.verify(
                                        signature, told, keys, Instant.now(), tolerance))
                .doesNotThrowAnyException();
        var toAnother =
                new MessageSignature.Message(
                        "identity-service", "kiosk", "POST", "/called-back", call.body());
        assertThatExceptionOfType(NotTrusted.class)
                .isThrownBy(
                        () ->
                                MessageSignature.verify(
                                        signature, toAnother, keys, Instant.now(), tolerance));
    }

    @ParameterizedTest
    @EnumSource(
            value = TestSink.Mode.class,
            names = {"OK"},
            mode = EnumSource.Mode.EXCLUDE)
    void callsAgainUnderTheSameIdUntilItIsTaken(TestSink.Mode fault) {
        sink.mode(fault);
        var id = Callbacks.ask("shop", UUID.randomUUID(), Register.somebody());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Callbacks.failures(id) > 0);

        sink.mode(TestSink.Mode.OK);

        Callbacks.awaitGone(id);
        assertThat(sink.about(id))
                .extracting(call -> call.event().path("id").asText())
                .isNotEmpty()
                .containsOnly(sink.about(id).getFirst().event().path("id").asText());
        assertThat(sink.calls()).extracting(TestSink.Call::path).containsOnly("/called-back");
    }

    @Test
    void callsAgainWhenNobodyListenedAtFirst() {
        sink.close();
        var id = Callbacks.ask("shop", UUID.randomUUID(), Register.somebody());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Callbacks.failures(id) > 0);

        sink = Callbacks.sinkOf("shop", TestSink.Mode.OK);

        Callbacks.awaitCall(sink, id);
        Callbacks.awaitGone(id);
    }

    @Test
    void callsNobodyWhoDidNotAskForIt() {
        var silent =
                Callbacks.created("shop", UUID.randomUUID(), Register.somebody(), false)
                        .jsonPath()
                        .getUUID("id");
        var id = Callbacks.ask("shop", UUID.randomUUID(), Register.somebody());

        Callbacks.awaitCall(sink, id);

        assertThat(sink.about(silent)).isEmpty();
        assertThat(Callbacks.rows(silent)).isEmpty();
    }

    @Test
    void refusesWhoHasRegisteredNoAddress() {
        var caseId = UUID.randomUUID();

        var answer = Callbacks.created("other-shop", caseId, Register.somebody(), true);

        answer.then().statusCode(422).body("code", equalTo("CALLBACK_NOT_REGISTERED"));
        assertThat(
                        Callbacks.query(
                                "select id from identity_reference where case_id = '"
                                        + caseId
                                        + "'"))
                .isEmpty();
    }

    @Test
    void aClientThatNeverAnswersHoldsUpNobodyElse() {
        try (var stuck = Callbacks.sinkOf("kiosk", TestSink.Mode.NEVER_ENDS)) {
            var waiting =
                    IntStream.range(0, 20)
                            .mapToObj(
                                    n ->
                                            Callbacks.ask(
                                                    "kiosk",
                                                    UUID.randomUUID(),
                                                    Register.somebody()))
                            .toList();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !stuck.calls().isEmpty());

            var id = Callbacks.ask("shop", UUID.randomUUID(), Register.somebody());

            Callbacks.awaitCall(sink, id);
            assertThat(waiting).allSatisfy(other -> assertThat(Callbacks.rows(other)).hasSize(1));
            stuck.mode(TestSink.Mode.OK);
            waiting.forEach(Callbacks::awaitGone);
        }
    }

    @Test
    void isGivenUpVisiblyWhenNobodyTakesItForADay() {
        sink.mode(TestSink.Mode.FAILS);
        double before = count("given_up", "shop");
        var id = Callbacks.ask("shop", UUID.randomUUID(), Register.somebody());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Callbacks.failures(id) > 0);

        Callbacks.query(
                "update webhook set decided_at = decided_at - interval '2 days'"
                        + " where reference_id = '"
                        + id
                        + "' returning id");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Callbacks.query(Callbacks.ofReference("given_up_at", id)).getFirst()
                                        != null);
        assertThat(Callbacks.query(Callbacks.ofReference("due_at", id)).getFirst()).isNull();
        assertThat(count("given_up", "shop")).isGreaterThan(before);
        Callbacks.query(
                "update webhook set given_up_at = given_up_at - interval '31 days'"
                        + " where reference_id = '"
                        + id
                        + "' returning id");
        webhooks.forget();
        assertThat(Callbacks.rows(id)).isEmpty();
    }

    @Test
    void callsNoPrivateAddressThatIsNotAllowed() {
        try (var inside = Callbacks.sinkOf("insider", TestSink.Mode.OK)) {
            double before = count("not_allowed", "insider");

            var id = Callbacks.ask("insider", UUID.randomUUID(), Register.somebody());

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> count("not_allowed", "insider") > before);
            assertThat(inside.calls()).isEmpty();
            assertThat(Callbacks.rows(id)).hasSize(1);
        }
    }

    private static JWKSet publishedKeys() throws ParseException {
        return JWKSet.parse(
                given().auth()
                        .oauth2(Suite.token("shop").text())
                        .get("/v1/webhook-keys")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private double count(String outcome, String client) {
        return metrics
                .find("webhook_calls")
                .tag("client", client)
                .tag("outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
