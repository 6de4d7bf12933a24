package bg.telenor.identity.kycmatch;

import static io.restassured.RestAssured.given;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Msisdn;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls as partners do: the first is granted all and scores, the others less. */
enum Partner {
    TRUSTED("kyc-partner"),
    /** Family name, birth date and an attribute that nobody holds; no scores. */
    MODEST("kyc-modest"),
    /** Two matches in a day. */
    SPARING("kyc-sparing"),
    /** With a token, and no agreement. */
    STRANGER("kyc-stranger");

    private final String client;

    Partner(String client) {
        this.client = client;
    }

    Response asks(Msisdn number, String claims) {
        return asks("{\"phoneNumber\":\"" + number.e164() + "\"," + claims + "}");
    }

    Response asks(String body) {
        return request().body(body).post("/kyc-match/v0.4/match");
    }

    RequestSpecification request() {
        var token =
                Suite.token(client).scopes("kyc-match:match").audience("identity-service").text();
        return given().auth().oauth2(token).contentType("application/json");
    }
}
