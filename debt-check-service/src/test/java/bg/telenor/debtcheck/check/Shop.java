package bg.telenor.debtcheck.check;

import static io.restassured.RestAssured.given;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.PersonalNumber;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Calls the service as the shop does. */
final class Shop {

    private Shop() {}

    static RequestSpecification request() {
        return given().auth().oauth2(Suite.token("shop").text()).contentType("application/json");
    }

    static RequestSpecification creating() {
        return request().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    static String body(UUID caseId, PersonalNumber person) {
        return """
        {"caseId":"%s","identifier":{"type":"%s","value":"%s"},
         "device":{"category":"SMARTPHONE"}}\
        """
                .formatted(caseId, person.type(), person.value());
    }

    static Response start(String body) {
        return creating().body(body).post("/v1/debt-checks");
    }

    static UUID started(UUID caseId, PersonalNumber person) {
        var id = start(body(caseId, person)).then().statusCode(201).extract().path("id");
        return UUID.fromString((String) id);
    }

    static Response get(UUID id) {
        return request().get("/v1/debt-checks/" + id);
    }

    static Response cancel(UUID id) {
        return request().post("/v1/debt-checks/" + id + "/cancellation");
    }

    static JsonPath await(UUID id, String status) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> get(id).then().statusCode(200).extract().jsonPath(),
                        json -> status.equals(json.getString("status")));
    }
}
