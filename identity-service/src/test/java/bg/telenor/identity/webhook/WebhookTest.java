package bg.telenor.identity.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.signature.MessageSignature;
import bg.telenor.kit.signature.MessageSignature.NotTrusted;
import bg.telenor.kit.value.Egn;
import com.nimbusds.jose.jwk.JWKSet;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that wants it is called back when its reference is decided, and until it took the call. */
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
        sink = sinkOf("shop", TestSink.Mode.OK);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void tellsTheClientThatItsReferenceIsDecidedAndNothingOfThePerson() {
        var caseId = UUID.randomUUID();

        var id = ask("shop", caseId, Register.somebody());

        var call = awaitCall(sink, id);
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
        awaitGone(id);
    }

    @Test
    void doesNotSayWhyAReferenceWasRefused() {
        var id = ask("shop", UUID.randomUUID(), Register.somebody(Standing.DECEASED));

        var data = awaitCall(sink, id).event().path("data");

        assertThat(data.path("status").asText()).isEqualTo("REFUSED");
        assertThat(data.properties()).hasSize(3);
    }

    @Test
    void isSignedByAPublishedKeyForThisClientAndPathAndMoment() throws Exception {
        var call = awaitCall(sink, ask("shop", UUID.randomUUID(), Register.somebody()));
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
        var id = ask("shop", UUID.randomUUID(), Register.somebody());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> failures(id) > 0);

        sink.mode(TestSink.Mode.OK);

        awaitGone(id);
        assertThat(sink.about(id)).extracting(call -> call.event().path("id").asText())
                .isNotEmpty()
                .containsOnly(sink.about(id).getFirst().event().path("id").asText());
        assertThat(sink.calls()).extracting(TestSink.Call::path).containsOnly("/called-back");
    }

    @Test
    void callsAgainWhenNobodyListenedAtFirst() {
        sink.close();
        var id = ask("shop", UUID.randomUUID(), Register.somebody());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> failures(id) > 0);

        sink = sinkOf("shop", TestSink.Mode.OK);

        awaitCall(sink, id);
        awaitGone(id);
    }

    @Test
    void callsNobodyWhoDidNotAskForIt() {
        var silent =
                created("shop", UUID.randomUUID(), Register.somebody(), false)
                        .jsonPath()
                        .getUUID("id");
        var id = ask("shop", UUID.randomUUID(), Register.somebody());

        awaitCall(sink, id);

        assertThat(sink.about(silent)).isEmpty();
        assertThat(rows(silent)).isEmpty();
    }

    @Test
    void refusesWhoHasRegisteredNoAddress() {
        var caseId = UUID.randomUUID();

        var answer = created("other-shop", caseId, Register.somebody(), true);

        answer.then().statusCode(422).body("code", equalTo("CALLBACK_NOT_REGISTERED"));
        assertThat(query("select id from identity_reference where case_id = '" + caseId + "'"))
                .isEmpty();
    }

    @Test
    void aClientThatNeverAnswersHoldsUpNobodyElse() {
        try (var stuck = sinkOf("kiosk", TestSink.Mode.NEVER_ENDS)) {
            var waiting =
                    IntStream.range(0, 20)
                            .mapToObj(n -> ask("kiosk", UUID.randomUUID(), Register.somebody()))
                            .toList();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !stuck.calls().isEmpty());

            var id = ask("shop", UUID.randomUUID(), Register.somebody());

            awaitCall(sink, id);
            assertThat(waiting).allSatisfy(other -> assertThat(rows(other)).hasSize(1));
            stuck.mode(TestSink.Mode.OK);
            waiting.forEach(WebhookTest::awaitGone);
        }
    }

    @Test
    void isGivenUpVisiblyWhenNobodyTakesItForADay() {
        sink.mode(TestSink.Mode.FAILS);
        double before = count("given_up", "shop");
        var id = ask("shop", UUID.randomUUID(), Register.somebody());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> failures(id) > 0);

        query(
                "update webhook set decided_at = decided_at - interval '2 days'"
                        + " where reference_id = '"
                        + id
                        + "' returning id");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> query(ofReference("given_up_at", id)).getFirst() != null);
        assertThat(query(ofReference("due_at", id)).getFirst()).isNull();
        assertThat(count("given_up", "shop")).isGreaterThan(before);
        query(
                "update webhook set given_up_at = given_up_at - interval '31 days'"
                        + " where reference_id = '"
                        + id
                        + "' returning id");
        webhooks.forget();
        assertThat(rows(id)).isEmpty();
    }

    @Test
    void callsNoPrivateAddressThatIsNotAllowed() {
        try (var inside = sinkOf("insider", TestSink.Mode.OK)) {
            double before = count("not_allowed", "insider");

            var id = ask("insider", UUID.randomUUID(), Register.somebody());

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> count("not_allowed", "insider") > before);
            assertThat(inside.calls()).isEmpty();
            assertThat(rows(id)).hasSize(1);
        }
    }

    private static UUID ask(String client, UUID caseId, Egn person) {
        var answer = created(client, caseId, person, true);
        answer.then().statusCode(201);
        return answer.jsonPath().getUUID("id");
    }

    private static Response created(String client, UUID caseId, Egn person, boolean callback) {
        var token =
                Suite.token(client)
                        .scopes("references.create", "references.read")
                        .audience("identity-service")
                        .employee("clerk");
        return given().auth()
                .oauth2(token.text())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        """
                        {"caseId":"%s","identifier":{"type":"EGN","value":"%s"},
                         "documentNumber":"%s","purpose":"CONTRACT_CONCLUSION","role":"USER",
                         "callback":%s}\
                        """
                                .formatted(
                                        caseId,
                                        person.value(),
                                        SyntheticPersons.of(person).document().value(),
                                        callback))
                .post("/v1/references");
    }

    private static TestSink sinkOf(String client, TestSink.Mode mode) {
        return new TestSink(Integer.getInteger(IdentityTestResource.SINK_PORT + client), mode);
    }

    private static TestSink.Call awaitCall(TestSink sink, UUID reference) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sink.about(reference), calls -> !calls.isEmpty())
                .getFirst();
    }

    private static void awaitGone(UUID reference) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(reference).isEmpty());
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
        return metrics.find("webhook_calls").tag("client", client).tag("outcome", outcome).counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static List<String> rows(UUID reference) {
        return query(ofReference("id", reference));
    }

    private static int failures(UUID reference) {
        return Integer.parseInt(query(ofReference("failures", reference)).getFirst());
    }

    private static String ofReference(String column, UUID reference) {
        return "select " + column + " from webhook where reference_id = '" + reference + "'";
    }

    private static List<String> query(String query) {
        var url = Suite.databaseUrl("identity");
        try (var database = DriverManager.getConnection(url, "identity_app", Suite.appPassword());
                var rows = database.createStatement().executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
