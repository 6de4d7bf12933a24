package bg.telenor.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class ProblemsTest {

    private static final String EGN = "752101123" + Egn.checkDigit("752101123");
    private static final String GOOD =
            """
            {"identifier":{"type":"EGN","value":"%s"}}"""
                    .formatted(EGN);

    @Test
    void malformedJson() {
        refused(post("{\"identifier\":"), 400, "INVALID_REQUEST");
    }

    @Test
    void unknownFieldIsNotEchoed() {
        var answer =
                post(
                        "{\"identifier\":{\"type\":\"EGN\",\"value\":\"%s\"},\"%s\":1}"
                                .formatted(EGN, EGN));

        refused(answer, 400, "INVALID_REQUEST");
    }

    @Test
    void wrongChecksumIsToldInTheValuesOwnWords() {
        var wrong = EGN.substring(0, 9) + (Egn.checkDigit(EGN.substring(0, 9)) + 1) % 10;

        var answer = post(GOOD.replace(EGN, wrong));

        refused(answer, 400, "INVALID_REQUEST");
        answer.then()
                .body("violations[0].field", equalTo("identifier"))
                .body("violations[0].reason", equalTo("EGN check digit does not match"))
                .body(not(containsString(wrong)));
    }

    @Test
    void numberOfAnotherCountry() {
        var answer =
                post(
                        """
                        {"identifier":{"type":"EGN","value":"%s"},"number":"+40712345678"}"""
                                .formatted(EGN));

        refused(answer, 400, "INVALID_REQUEST");
        answer.then()
                .body("violations[0].field", equalTo("number"))
                .body(not(containsString("40712345678")));
    }

    @Test
    void fieldTooLong() {
        var answer =
                post(
                        """
                        {"identifier":{"type":"EGN","value":"%s"},"note":"longer than ten"}"""
                                .formatted(EGN));

        refused(answer, 400, "INVALID_REQUEST");
        answer.then().body("violations[0].field", equalTo("note"));
    }

    @Test
    void missingBody() {
        refused(post(""), 400, "INVALID_REQUEST");
    }

    @Test
    void missingToken() {
        var answer = given().get("/v1/probes/broken");

        refused(answer, 401, "UNAUTHENTICATED");
        answer.then().header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void forgedToken() {
        refused(
                given().auth().oauth2(Suite.forgedToken("shop").text()).get("/v1/probes/broken"),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void expiredToken() {
        var token = Suite.token("shop").expiredAt(Instant.now().minusSeconds(60)).text();

        refused(given().auth().oauth2(token).get("/v1/probes/broken"), 401, "UNAUTHENTICATED");
    }

    @Test
    void tokenForAnotherService() {
        var token = Suite.token("shop").audience("debt-check-service").text();

        refused(given().auth().oauth2(token).get("/v1/probes/broken"), 401, "UNAUTHENTICATED");
    }

    @Test
    void tokenWithoutTheScope() {
        var token = Suite.token("shop").scopes("references.create").text();

        refused(given().auth().oauth2(token).get("/v1/probes/broken"), 403, "FORBIDDEN");
    }

    @Test
    void endpointWithoutAScopeIsClosed() {
        refused(as("shop").get("/v1/probes/open"), 403, "FORBIDDEN");
    }

    @Test
    void noSuchPath() {
        refused(as("shop").get("/v1/nothing"), 404, "NOT_FOUND");
    }

    @Test
    void wrongMediaType() {
        var answer = as("shop").contentType(ContentType.XML).body("<a/>").post("/v1/probes");

        refused(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void oversizedBody() {
        refused(post("\"" + "x".repeat(2 << 20) + "\""), 413, "BODY_TOO_LARGE");
    }

    @Test
    void oversizedBodyThatHidesItsLength() throws Exception {
        var body = (" ".repeat(2 << 20) + "{}").getBytes(StandardCharsets.UTF_8);
        var chunked =
                HttpRequest.newBuilder(
                                URI.create(
                                        RestAssured.baseURI
                                                + ":"
                                                + RestAssured.port
                                                + "/v1/probes"))
                        .header("Authorization", "Bearer " + Suite.token("shop").text())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .build();

        HttpResponse<String> answer;
        try (var client = HttpClient.newHttpClient()) {
            answer = client.send(chunked, BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void jsonTooDeep() {
        refused(post("[".repeat(50) + "]".repeat(50)), 400, "INVALID_REQUEST");
    }

    @Test
    void uniqueIndexIsAConflictWithoutTheValue() {
        var answer = as("shop").get("/v1/probes/conflict");

        refused(answer, 409, "CONFLICT");
        answer.then().body(not(containsString("0888001234")));
    }

    @Test
    void unexpectedFailureSaysOnlyAnIncident() {
        var answer = as("shop").get("/v1/probes/broken");

        refused(answer, 500, "INTERNAL_ERROR");
        answer.then().body("detail", containsString("incident "));
    }

    @Test
    void correlatorIsEchoed() {
        var correlator = "order-" + UUID.randomUUID();

        var answer = as("shop").header("x-correlator", correlator).get("/v1/probes/broken");

        answer.then().header("x-correlator", equalTo(correlator));
    }

    @Test
    void identifierInCorrelator() {
        var answer = as("shop").header("x-correlator", "c/" + EGN).get("/v1/probes/broken");

        refused(answer, 400, "IDENTIFIER_IN_REFERENCE");
        answer.then().header("x-correlator", nullValue());
    }

    @Test
    void identifierInIdempotencyKey() {
        refused(
                as("shop")
                        .header("Idempotency-Key", "key-" + EGN)
                        .contentType(ContentType.JSON)
                        .body(GOOD)
                        .post("/v1/probes"),
                400,
                "IDENTIFIER_IN_REFERENCE");
    }

    @Test
    void missingIdempotencyKey() {
        refused(
                as("shop").contentType(ContentType.JSON).body(GOOD).post("/v1/probes"),
                400,
                "IDEMPOTENCY_KEY_MISSING");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status));
        assertThat(answer.asString()).doesNotContain(EGN, "bg.telenor", "java.", "Exception");
    }

    private static Response post(String body) {
        return withKey().contentType(ContentType.JSON).body(body).post("/v1/probes");
    }

    private static RequestSpecification withKey() {
        return as("shop").header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Suite.token(client).text());
    }
}
