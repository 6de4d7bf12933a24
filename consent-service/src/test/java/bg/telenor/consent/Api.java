package bg.telenor.consent;

import static io.restassured.RestAssured.given;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;

/** The service as its callers see it. */
public final class Api {

    private Api() {}

    public static RequestSpecification shop() {
        return as(Suite.token("shop").text());
    }

    public static RequestSpecification person(Egn person) {
        return as(Suite.token("my-data").person("EGN", person.value()).text());
    }

    public static RequestSpecification officer() {
        return as(Suite.token("shop").scopes("rights.manage").employee("officer").text());
    }

    public static RequestSpecification notifier() {
        return as(Suite.token("notifier").text());
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** Billing says these lines. */
    public static Response subscriptions(String... lines) {
        return as(Suite.token("billing").text())
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/subscriptions");
    }

    public static String subscription(UUID id, Msisdn number, Egn person, Instant from) {
        return """
        {"subscriptionId":"%s","number":"%s","person":{"type":"EGN","value":"%s"},"capacity":"SUBSCRIBER","from":"%s"}\
        """
                .formatted(id, number.e164(), person.value(), from);
    }

    public static String subscription(
            UUID id, Msisdn number, Egn person, Instant from, Instant until) {
        var open = subscription(id, number, person, from);
        return open.substring(0, open.length() - 1) + ",\"until\":\"%s\"}".formatted(until);
    }

    /** A person who subscribes to a number since long. */
    public static UUID holds(Egn person, Msisdn number) {
        var id = UUID.randomUUID();
        var line = subscription(id, number, person, Instant.parse("2020-01-01T00:00:00Z"));
        subscriptions(line).then().statusCode(200);
        return id;
    }

    /** With all that the body says. */
    public static Response openRequestWith(RequestSpecification caller, String body) {
        return caller.header("Idempotency-Key", key())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/rights-requests");
    }

    public static Response openRequest(Egn person, String type) {
        return person(person)
                .header("Idempotency-Key", key())
                .contentType(ContentType.JSON)
                .body("{\"type\":\"%s\"}".formatted(type))
                .post("/v1/rights-requests");
    }
}
