package bg.telenor.portability;

import static io.restassured.RestAssured.given;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Says what becomes of a number: with a token of their own, or before a clerk. */
public record Subscriber(Egn person, Msisdn number) {

    public Response locks() {
        return asOneself().body(own()).post("/v1/my/port-locks");
    }

    public Response lifts() {
        return asOneself().body(own()).post("/v1/my/port-lock-liftings");
    }

    public Response objects() {
        return asOneself().body(own()).post("/v1/my/port-out-objections");
    }

    public Response sees(String what) {
        return asOneself().get("/v1/my/" + what);
    }

    /** What a shop is asked by a customer whom the case is about. */
    public Response atCounter(UUID caseId, String what) {
        return Shop.creating()
                .body(
                        """
                        {"number":"%s","caseId":"%s","identifier":{"type":"EGN","value":"%s"}}\
                        """
                                .formatted(number.e164(), caseId, person.value()))
                .post("/v1/" + what);
    }

    private RequestSpecification asOneself() {
        return given().auth()
                .oauth2(Suite.token("my-data").person("EGN", person.value()).text())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private String own() {
        return "{\"number\":\"%s\"}".formatted(number.e164());
    }
}
