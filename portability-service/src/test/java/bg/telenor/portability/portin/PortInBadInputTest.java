package bg.telenor.portability.portin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.TestToken;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Database;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class PortInBadInputTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfA1();
    private final String good = Shop.body(caseId, person, number);

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"caseId\":}"})
    void malformedJson(String body) {
        refused(Shop.start(body), 400, "INVALID_REQUEST");
    }

    @Test
    void unknownFields() {
        refused(Shop.start(good.replaceFirst("\\{", "{\"x\":1,")), 400, "INVALID_REQUEST");
    }

    @Test
    void wrongChecksum() {
        var digit = person.value().charAt(9) == '9' ? '0' : (char) (person.value().charAt(9) + 1);
        var wrong = person.value().substring(0, 9) + digit;

        refused(Shop.start(good.replace(person.value(), wrong)), 400, "INVALID_REQUEST")
                .body(not(containsString(wrong)));
    }

    @Test
    void futureBirthDate() {
        var unborn = SyntheticPersons.egn(LocalDate.of(2099, 12, 30), 1);

        refused(Shop.start(Shop.body(caseId, unborn, number)), 422, "BIRTH_DATE_IN_FUTURE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+40722000123", "+359", "0888", "112", "someone", ""})
    void numberOfTheWrongCountryOrNoNumber(String wrong) {
        refused(Shop.start(good.replace(number.e164(), wrong)), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "[null]"})
    void noNumbers(String numbers) {
        var body = good.replace("[\"" + number.e164() + "\"]", numbers);

        refused(Shop.start(body), 400, "INVALID_REQUEST");
    }

    @Test
    void theSameNumberTwice() {
        var twice = "\"%1$s\",\"%1$s\"".formatted(number.e164());

        refused(
                Shop.start(good.replace("\"" + number.e164() + "\"", twice)),
                400,
                "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOBODY", "TELENOR"})
    void unknownDonor(String donor) {
        refused(Shop.start(good.replace("\"A1\"", "\"" + donor + "\"")), 422, "UNKNOWN_DONOR");
    }

    @Test
    void unknownContract() {
        refused(Shop.start(good.replace("POSTPAID", "MAYBE")), 400, "INVALID_REQUEST");
    }

    @Test
    void missingIdempotencyKey() {
        refused(Shop.request().body(good).post("/v1/portings"), 400, "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void reusedIdempotencyKeyWithAnotherBody() {
        var request = Shop.creating();
        request.body(good).post("/v1/portings").then().statusCode(201);

        request.body(good.replace("POSTPAID", "PREPAID"))
                .post("/v1/portings")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void numberInTheIdempotencyKey() {
        refused(
                Shop.request()
                        .header("Idempotency-Key", "porting-" + number.e164())
                        .body(good)
                        .post("/v1/portings"),
                400,
                "IDENTIFIER_IN_REFERENCE");
    }

    @Test
    void missingToken() {
        refused(
                given().contentType("application/json").body(good).post("/v1/portings"),
                401,
                "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @EnumSource
    void foreignToken(TestToken.Fault fault) {
        var token = Suite.foreignToken("shop", fault).text();

        refused(with(token).body(good).post("/v1/portings"), 401, "UNAUTHENTICATED");
    }

    @Test
    void missingScope() {
        var token = Suite.token("shop").scopes("portings.read").text();

        refused(with(token).body(good).post("/v1/portings"), 403, "FORBIDDEN");
    }

    @Test
    void oversizedBody() {
        refused(Shop.start(good + " ".repeat(1 << 20)), 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "00000000-0000-0000-0000-000000000000"})
    void anIdThatIsNone(String id) {
        Shop.request()
                .get("/v1/portings/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void anotherClientsPorting() {
        var id = Shop.started(caseId, person, number);
        var other =
                Suite.token("billing")
                        .scopes("portings.read", "portings.write")
                        .audience("portability-service")
                        .text();

        refused(with(other).get("/v1/portings/" + id), 404, "PORTING_NOT_FOUND");
        refused(with(other).post("/v1/portings/" + id + "/cancellation"), 404, "PORTING_NOT_FOUND");
        Shop.get(id).then().body("status", equalTo("WAITING_FOR_IDENTITY"));
    }

    @Test
    void anIdentifierThatIsNotTheConfirmedOneOfItsCase() {
        var confirmed = Others.somebody();
        IdentityStandIn.confirm(caseId, confirmed);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Database.ask(
                                                "select 1 from case_identity where case_id = ?",
                                                caseId)
                                        != null);

        refused(Shop.start(good), 422, "SUBJECT_MISMATCH");
    }

    private ValidatableResponse refused(Response response, int status, String code) {
        var answer =
                response.then()
                        .statusCode(status)
                        .contentType("application/problem+json")
                        .body("code", equalTo(code))
                        .body(not(containsString(person.value())))
                        .body(not(containsString(number.e164())))
                        .body(not(containsString("bg.telenor")))
                        .body(not(containsString("Exception")));
        if (status != 404) {
            assertThat(portingsOfTheCase()).isZero();
        }
        return answer;
    }

    private long portingsOfTheCase() {
        return (long) Database.ask("select count(*) from port_in where case_id = ?", caseId);
    }

    private static RequestSpecification with(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
