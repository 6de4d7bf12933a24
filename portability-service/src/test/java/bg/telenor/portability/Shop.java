package bg.telenor.portability;

import static io.restassured.RestAssured.given;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Calls the service as the shop does. */
public final class Shop {

    private Shop() {}

    public static RequestSpecification request() {
        return given().auth().oauth2(Suite.token("shop").text()).contentType("application/json");
    }

    public static RequestSpecification creating() {
        return request().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static String body(UUID caseId, PersonalNumber person, Msisdn number) {
        return """
        {"caseId":"%s","identifier":{"type":"%s","value":"%s"},"documentNumber":"100003755",
         "numbers":["%s"],"donor":"A1","contract":"POSTPAID"}\
        """
                .formatted(caseId, person.type(), person.value(), number.e164());
    }

    public static Response start(String body) {
        return creating().body(body).post("/v1/portings");
    }

    public static UUID started(UUID caseId, PersonalNumber person, Msisdn number) {
        String id = start(body(caseId, person, number)).then().statusCode(201).extract().path("id");
        return UUID.fromString(id);
    }

    public static Response get(UUID id) {
        return request().get("/v1/portings/" + id);
    }

    public static Response cancel(UUID id) {
        return request().post("/v1/portings/" + id + "/cancellation");
    }

    public static JsonPath await(UUID id, String status) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> get(id).then().statusCode(200).extract().jsonPath(),
                        json -> status.equals(json.getString("status")));
    }

    public static Response lookUp(Msisdn number) {
        return request()
                .body("{\"numbers\":[\"%s\"]}".formatted(number.e164()))
                .post("/v1/number-lookups");
    }

    public static String servedBy(Msisdn number) {
        return lookUp(number).then().statusCode(200).extract().path("results[0].servedBy");
    }
}
