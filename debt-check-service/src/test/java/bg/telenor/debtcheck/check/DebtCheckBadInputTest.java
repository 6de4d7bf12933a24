package bg.telenor.debtcheck.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.debtcheck.DebtCheckTestResource;
import bg.telenor.debtcheck.Others;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.TestToken;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(DebtCheckTestResource.class)
class DebtCheckBadInputTest {

    private final Egn person = Others.somebody();
    private final String good = Shop.body(UUID.randomUUID(), person);
    private long before;

    @BeforeEach
    void count() throws SQLException {
        before = rows();
    }

    @AfterEach
    void nothingIsWritten() throws SQLException {
        assertThat(rows()).isEqualTo(before);
    }

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

        refused(Shop.start(Shop.body(UUID.randomUUID(), unborn)), 422, "BIRTH_DATE_IN_FUTURE");
    }

    @Test
    void unknownTypeOfIdentifier() {
        refused(Shop.start(good.replace("EGN", "PASSPORT")), 400, "INVALID_REQUEST");
    }

    @Test
    void unknownDevice() {
        refused(Shop.start(good.replace("SMARTPHONE", "FRIDGE")), 400, "INVALID_REQUEST");
    }

    @Test
    void unknownOperator() {
        var body = good.replaceFirst("\\{", "{\"operators\":[\"NOBODY\"],");

        refused(Shop.start(body), 422, "UNKNOWN_OPERATOR");
    }

    @Test
    void noOperator() {
        refused(Shop.start(good.replaceFirst("\\{", "{\"operators\":[],")), 400, "INVALID_REQUEST");
    }

    @Test
    void missingIdempotencyKey() {
        refused(Shop.request().body(good).post("/v1/debt-checks"), 400, "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void identifierInTheIdempotencyKey() {
        refused(
                Shop.request()
                        .header("Idempotency-Key", "check-" + person.value())
                        .body(good)
                        .post("/v1/debt-checks"),
                400,
                "IDENTIFIER_IN_REFERENCE");
    }

    @Test
    void missingToken() {
        refused(
                given().contentType("application/json").body(good).post("/v1/debt-checks"),
                401,
                "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @EnumSource
    void foreignToken(TestToken.Fault fault) {
        var token = Suite.foreignToken("shop", fault).text();

        refused(
                given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .body(good)
                        .post("/v1/debt-checks"),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void missingScope() {
        var token = Suite.token("shop").scopes("debt-checks.read").text();

        refused(
                given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(good)
                        .post("/v1/debt-checks"),
                403,
                "FORBIDDEN");
    }

    @Test
    void oversizedBody() {
        refused(Shop.start(good + " ".repeat(1 << 20)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void wrongMediaType() {
        refused(
                Shop.creating().contentType("text/plain").body(good).post("/v1/debt-checks"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "00000000-0000-0000-0000-000000000000"})
    void anIdThatIsNone(String id) {
        Shop.request()
                .get("/v1/debt-checks/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private ValidatableResponse refused(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body(not(containsString(person.value())))
                .body(not(containsString("bg.telenor")))
                .body(not(containsString("Exception")));
    }

    private static long rows() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                Suite.databaseUrl("debt_check"),
                                "debt_check_app",
                                Suite.appPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from debt_check")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
