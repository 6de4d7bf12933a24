package bg.telenor.portability.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class NumberingPlanApiTest {

    /** What is configured, so that other tests find what they expect. */
    private static final String AS_CONFIGURED =
            """
            firstDigits,kind,operator,from,until
            88,MOBILE,A1,1970-01-01T00:00:00Z,
            988,MOBILE,A1,1970-01-01T00:00:00Z,
            989,MOBILE,A1,1970-01-01T00:00:00Z,
            89,MOBILE,TELENOR,1970-01-01T00:00:00Z,
            9964,MOBILE,TELENOR,1970-01-01T00:00:00Z,
            87,MOBILE,VIVACOM,1970-01-01T00:00:00Z,
            9998,MOBILE,VIVACOM,1970-01-01T00:00:00Z,
            """;

    private static final Msisdn SOFIA = new Msisdn("+35929310001");

    @Test
    void aPlanTakesThePlaceOfTheOneBefore() {
        var changes = "2026-01-01T00:00:00Z";
        csv(AS_CONFIGURED
                        + "2931,GEOGRAPHIC,VIVACOM,2010-01-01T00:00:00Z,%s\n".formatted(changes)
                        + "2931,GEOGRAPHIC,A1,%s,\n".formatted(changes))
                .then()
                .statusCode(200)
                .body("ranges", equalTo(9));

        awaitServedNow("A1");
        lookUp(Instant.parse(changes).minusMillis(1))
                .then()
                .body("results[0].servedBy", equalTo("VIVACOM"))
                .body("results[0].blockOperator", equalTo("VIVACOM"));
        numbering()
                .get("/v1/numbering-plan")
                .then()
                .statusCode(200)
                .body("ranges", hasSize(9))
                .body("ranges.firstDigits", hasItem("2931"));
        history(SOFIA)
                .then()
                .statusCode(200)
                .body("ranges.operator", equalTo(List.of("VIVACOM", "A1")))
                .body("ranges[0].kind", equalTo("GEOGRAPHIC"))
                .body("ranges[0].until", equalTo(changes))
                .body("served", hasSize(0));

        csv(AS_CONFIGURED).then().statusCode(200);
        awaitServedNow(null);
    }

    @Test
    void takesNothingOfAPlanWithBadLines() {
        var body =
                """
                {"firstDigits":"2931","kind":"GEOGRAPHIC","operator":"A1","from":"2010-01-01T00:00:00Z"}

                {"firstDigits":"29","kind":"GEOGRAPHIC","operator":"VIVACOM","from":"2030-01-01T00:00:00Z"}
                {"firstDigits":"87","kind":"LARGE","operator":"A1","from":"2010-01-01T00:00:00Z"}
                null
                {"firstDigits":"89","kind":"MOBILE","operator":"secret","from":"2010-01-01T00:00:00Z"}
                {"firstDigits":"89","kind":"MOBILE","from":"2010-01-01T00:00:00Z"}
                """;

        numbering()
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/numbering-plan")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("NUMBERING_PLAN_NOT_VALID"))
                .body(
                        "detail",
                        equalTo(
                                "line 3 overlaps line 1; line 4 is no range; line 5 is no range;"
                                        + " line 6 is no range; line 7 is no range"))
                .body(not(containsString("secret")));
    }

    @Test
    void takesNoEmptyPlanAndNoUnknownColumns() {
        csv("").then().statusCode(422).body("detail", containsString("line 1 must be"));
        csv("digits,operator\n88,A1\n").then().statusCode(422);
        csv("firstDigits,kind,operator,from,until\n")
                .then()
                .statusCode(422)
                .body("detail", equalTo("there is no line"));
    }

    @Test
    void isNobodyElsesToChange() {
        given().auth()
                .oauth2(Suite.token("shop").text())
                .contentType("text/csv")
                .body(AS_CONFIGURED)
                .put("/v1/numbering-plan")
                .then()
                .statusCode(403);
    }

    private static Response csv(String body) {
        return numbering().contentType("text/csv").body(body).put("/v1/numbering-plan");
    }

    private static Response history(Msisdn number) {
        return numbering()
                .contentType("application/json")
                .body("{\"number\":\"%s\"}".formatted(number.e164()))
                .post("/v1/number-histories");
    }

    private static Response lookUp(Instant asOf) {
        return Shop.request()
                .body("{\"numbers\":[\"%s\"],\"asOf\":\"%s\"}".formatted(SOFIA.e164(), asOf))
                .post("/v1/number-lookups");
    }

    private static void awaitServedNow(String operator) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                Shop.lookUp(SOFIA)
                                        .then()
                                        .body("results[0].servedBy", equalTo(operator)));
    }

    private static RequestSpecification numbering() {
        return given().auth().oauth2(Suite.token("numbering").text());
    }
}
