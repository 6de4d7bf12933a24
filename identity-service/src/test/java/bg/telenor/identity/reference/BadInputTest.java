package bg.telenor.identity.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.TestToken;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets a 4xx with a stable code, says nothing of anybody and leaves nothing behind. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class BadInputTest {

    private final Egn person = Register.somebody();
    private final String good = Counter.body(person);
    private String before;

    @BeforeEach
    void count() {
        before = rows();
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"caseId\":}"})
    void malformedJson(String body) {
        refused(Counter.ask(body), 400, "INVALID_REQUEST");
    }

    @Test
    void unknownField() {
        refused(Counter.ask(good.replaceFirst("\\{", "{\"x\":1,")), 400, "INVALID_REQUEST");
    }

    @Test
    void aFieldOutsideThePurpose() {
        var more = good.replace("\"claimed\":{", "\"claimed\":{\"height\":170,");

        refused(Counter.ask(more), 400, "INVALID_REQUEST");
    }

    @Test
    void wrongChecksum() {
        var digit = (char) ('0' + (person.value().charAt(9) - '0' + 1) % 10);
        var wrong = person.value().substring(0, 9) + digit;

        var answer = Counter.ask(good.replace(person.value(), wrong));

        refused(answer, 400, "INVALID_REQUEST");
        answer.then().body(not(containsString(wrong)));
    }

    @Test
    void aKindOfDocumentThatNobodyIsAskedAbout() {
        var body = Counter.body(Register.someForeigner(), DocumentKind.IDENTITY_CARD);

        refused(Counter.ask(body), 422, "OPERATION_NOT_GRANTED");
    }

    @Test
    void aKindOfDocumentThatThereIsNot() {
        var body = Counter.body(person, DocumentKind.IDENTITY_CARD);

        refused(Counter.ask(body.replace("IDENTITY_CARD", "LIBRARY_CARD")), 400, "INVALID_REQUEST");
    }

    @Test
    void undeclaredTypeOfIdentifier() {
        refused(Counter.ask(good.replace("\"type\":\"EGN\",", "")), 400, "INVALID_REQUEST");
        refused(Counter.ask(good.replace("EGN", "PASSPORT")), 400, "INVALID_REQUEST");
    }

    @Test
    void futureBirthDate() {
        var unborn = SyntheticPersons.egn(LocalDate.of(2099, 12, 30), 1);

        refused(Counter.ask(Counter.body(unborn)), 422, "BIRTH_DATE_IN_FUTURE");
    }

    @Test
    void futureClaimedBirthDate() {
        var born = SyntheticPersons.of(person).birthDate().toString();

        refused(Counter.ask(good.replace(born, "2999-01-01")), 422, "BIRTH_DATE_IN_FUTURE");
    }

    @Test
    void unknownPurpose() {
        refused(
                Counter.ask(good.replace("CONTRACT_CONCLUSION", "CURIOSITY")),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void purposeOfAnotherService() {
        refused(
                Counter.ask(good.replace("CONTRACT_CONCLUSION", "DIRECT_MARKETING")),
                422,
                "PURPOSE_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier", "documentNumber", "purpose", "role", "caseId"})
    void missingField(String field) {
        refused(Counter.ask(good.replace(field, "x" + field)), 400, "INVALID_REQUEST");
    }

    @Test
    void aNameThatIsNone() {
        var name = SyntheticPersons.of(person).first().cyrillic();

        refused(Counter.ask(good.replace(name, "<script>")), 400, "INVALID_REQUEST");
        refused(Counter.ask(good.replace(name, "а".repeat(101))), 400, "INVALID_REQUEST");
    }

    @Test
    void noIdempotencyKey() {
        refused(
                Counter.request().body(good).post("/v1/references"),
                400,
                "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void anIdentifierInAFreeReference() {
        var inKey = Counter.request().header("Idempotency-Key", "sale-" + person.value());
        var inCorrelator = Counter.creating().header("x-correlator", "c-" + person.value());

        refused(inKey.body(good).post("/v1/references"), 400, "IDENTIFIER_IN_REFERENCE");
        refused(inCorrelator.body(good).post("/v1/references"), 400, "IDENTIFIER_IN_REFERENCE");
    }

    @Test
    void noTokenOrAWrongOne() {
        refused(given().contentType("application/json").body(good).post("/v1/references"), 401);
        refused(with("nonsense"), 401);
        refused(with(Suite.forgedToken("shop").employee("clerk").text()), 401);
        refused(with(shop().expiredAt(Instant.now().minusSeconds(60)).text()), 401);
        refused(with(shop().audience("debt-check-service").text()), 401);
    }

    @Test
    void aTokenWithoutTheScope() {
        refused(with(shop().scopes("references.read").text()), 403);
        refused(with(Suite.token("billing").audience("identity-service").text()), 403);
    }

    @Test
    void aTokenThatNamesNoEmployee() {
        refused(with(Suite.token("shop").text()), 422, "EMPLOYEE_MISSING");
    }

    @Test
    void oversizedBody() {
        var large = good.replace("{\"first", " ".repeat(1_100_000) + "{\"first");

        refused(Counter.ask(large), 413, "BODY_TOO_LARGE");
    }

    @Test
    void unknownId() {
        refused(Counter.get(UUID.randomUUID()), 404, "REFERENCE_NOT_FOUND");
    }

    private static TestToken shop() {
        return Suite.token("shop").employee("clerk");
    }

    private Response with(String token) {
        return Counter.request(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(good)
                .post("/v1/references");
    }

    private void refused(Response answer, int status) {
        answer.then().statusCode(status).contentType("application/problem+json");
        saysNothing(answer);
    }

    private void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        saysNothing(answer);
    }

    private void saysNothing(Response answer) {
        var known = SyntheticPersons.of(person);
        assertThat(answer.asString())
                .doesNotContain(person.value())
                .doesNotContain(known.document().value())
                .doesNotContain(known.first().cyrillic())
                .doesNotContain(known.family().latin())
                .doesNotContain("Exception")
                .doesNotContain("bg.telenor");
    }

    private static String rows() {
        return Counter.column(
                        "select (select count(*) from identity_reference) || ' '"
                                + " || (select count(*) from evidence)")
                .getFirst();
    }
}
