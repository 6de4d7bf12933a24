package bg.telenor.pay.google;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.google.CarrierCaller;
import bg.telenor.counterparts.google.CarrierCaller.Called;
import bg.telenor.counterparts.google.GoogleCounterpart;
import bg.telenor.counterparts.google.Misbehaviour;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.pay.LedgerTables;
import bg.telenor.pay.Play;
import bg.telenor.pay.Shop;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "pay"))
class CarrierProtocolTest {

    @Inject GoogleConfig config;

    @Test
    void hasDefaultsThatFitGoogle() {
        assertThat(config.client()).isEqualTo("google-play");
        assertThat(config.accounts()).containsExactly(CarrierCaller.PIAID);
        assertThat(config.clockTolerance()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.rememberRequests()).isEqualTo(Period.ofDays(400));
    }

    @Test
    void echoes() {
        var echoed = Play.call("echo", CarrierCaller.request().put("clientMessage", "здравей"));

        assertThat(echoed.status()).isEqualTo(200);
        assertThat(echoed.answer().path("clientMessage").asText()).isEqualTo("здравей");
        assertThat(echoed.answer().path("serverMessage").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_SIGNATURE, 401, INVALID_PAYLOAD_SIGNATURE",
        "WRONG_KEY, 400, INVALID_PAYLOAD_ENCRYPTION",
        "HALF_BODY, 400, INVALID_PAYLOAD_ENCRYPTION",
        "STALE_TIMESTAMP, 400, REQUEST_TIMESTAMP_OUT_OF_RANGE"
    })
    void chargesNothingWhenTheEnvelopeIsWrong(Misbehaviour misbehaviour, int status, String code)
            throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var request = Play.linked(number).captureRequest(499);

        var refused = Play.google().call("capture", request, misbehaviour);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).isEqualTo(code);
        assertThat(refused.answer().path("paymentIntegratorErrorIdentifier").asText()).isNotEmpty();
        assertThat(LedgerTables.purchases(holding)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "{\"a\":1}", "....", "a.b.c.d.e"})
    void refusesGarbage(String garbage) {
        given().auth()
                .oauth2(Suite.token("google-play").text())
                .contentType("application/jose")
                .body(bytes(garbage))
                .post("/carriers-v1/capture")
                .then()
                .statusCode(400)
                .contentType("application/jose");
    }

    @Test
    void refusesABodyThatIsNotSealed() {
        given().auth()
                .oauth2(Suite.token("google-play").text())
                .contentType("application/json")
                .body("{}")
                .post("/carriers-v1/capture")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void knowsNoOtherMethod() {
        given().auth()
                .oauth2(Suite.token("google-play").text())
                .contentType("application/jose")
                .body(bytes("garbage"))
                .post("/carriers-v1/fraudNotification")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesACallerWithoutToken() {
        given().contentType("application/jose")
                .body(bytes("garbage"))
                .post("/carriers-v1/capture")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void refusesTheTokenOfAnotherClient() {
        given().auth()
                .oauth2(Suite.token("shop").text())
                .contentType("application/jose")
                .body(bytes("garbage"))
                .post("/carriers-v1/capture")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void refusesAnotherClientThatHasTheScope() {
        var google = Play.google(() -> Suite.token("shop").scopes("carriers").text());

        var refused = google.call("echo", echo(), Misbehaviour.NONE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("FORBIDDEN");
    }

    @Test
    void refusesATokenThatAStrangerSigned() {
        var google = Play.google(() -> Suite.forgedToken("google-play").text());

        var refused = google.call("echo", echo(), Misbehaviour.NONE);

        assertThat(refused.status()).isEqualTo(401);
    }

    static Stream<Arguments> wrongMoney() {
        return Stream.of(
                Arguments.of("-4990000", "EUR"),
                Arguments.of("0", "EUR"),
                Arguments.of("4990001", "EUR"),
                Arguments.of("9223372036854775808", "EUR"),
                Arguments.of("1e6", "EUR"),
                Arguments.of("4.99", "EUR"),
                Arguments.of("much", "EUR"),
                Arguments.of("4990000", "EURO"),
                Arguments.of("4990000", "QQQ"),
                Arguments.of("4990000", "XAU"));
    }

    @ParameterizedTest
    @MethodSource("wrongMoney")
    void refusesMoneyThatIsNone(String micros, String currency) throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var play = Play.linked(number);

        var refused = Play.call("capture", play.captureRequest(micros, currency));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("INVALID_FIELD_VALUE");
        assertThat(LedgerTables.purchases(holding)).isZero();
    }

    @Test
    void declinesMoreMoneyThanThereIs() {
        var number = Shop.newNumber();
        Shop.hold(number);
        var play = Play.linked(number);

        var declined = Play.call("capture", play.captureRequest("9223372036854770000", "EUR"));

        assertThat(declined.result()).isEqualTo("chargeExceedsTransactionLimit");
    }

    @Test
    void refusesAMessageWithoutARequiredField() {
        var request = GoogleCounterpart.captureRequest("token", "4990000", "EUR", "A game");
        request.remove("googlePaymentToken");

        var refused = Play.call("capture", request);

        assertRefused(refused, 400, "MISSING_REQUIRED_FIELD");
        assertThat(refused.answer().path("errorDescription").asText())
                .isEqualTo("googlePaymentToken");
    }

    @Test
    void refusesAnotherVersion() {
        var request = echo();
        request.withObject("/requestHeader").withObject("/protocolVersion").put("major", 2);

        assertRefused(Play.call("echo", request), 400, "INVALID_API_VERSION");
    }

    @Test
    void refusesAnAccountThatIsNotOurs() {
        var request = echo();
        request.withObject("/requestHeader").put("paymentIntegratorAccountId", "Another_EUR");

        assertRefused(Play.call("echo", request), 404, "INVALID_IDENTIFIER");
    }

    @Test
    void refusesARequestIdWithAPhoneNumberInIt() {
        var request = echo();
        request.withObject("/requestHeader").put("requestId", "G:0888000001");

        assertRefused(Play.call("echo", request), 400, "INVALID_FIELD_VALUE");
    }

    @Test
    void refusesAMessageOfAnotherMethod() {
        var capture = GoogleCounterpart.captureRequest("token", "4990000", "EUR", "A game");

        assertRefused(Play.call("refund", capture), 400, "MISSING_REQUIRED_FIELD");
    }

    @Test
    void doesNotKnowATokenThatWasNeverLinked() {
        var capture =
                GoogleCounterpart.captureRequest(
                        UUID.randomUUID().toString(), "4990000", "EUR", "A game");

        assertRefused(Play.call("capture", capture), 404, "INVALID_IDENTIFIER");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode echo() {
        return CarrierCaller.request().put("clientMessage", "hello");
    }

    private static void assertRefused(Called called, int status, String code) {
        assertThat(called.errorCode()).isEqualTo(code);
        assertThat(called.status()).isEqualTo(status);
    }
}
