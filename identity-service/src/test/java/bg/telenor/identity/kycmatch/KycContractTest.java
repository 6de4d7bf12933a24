package bg.telenor.identity.kycmatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.domain.KycAttribute;
import bg.telenor.kit.local.Suite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CAMARA KYC Match as the standard has it: fields, refusals and their form. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class KycContractTest {

    private static final String NUMBER = "\"phoneNumber\":\"+359888139999\"";
    private static final String GOOD = "{" + NUMBER + ",\"givenName\":\"Nobody\"}";
    private static final Path STANDARD = Path.of("../../shared/camara/kyc-match.yaml");

    @Test
    void takesAndAnswersTheFieldsOfTheStandard() throws IOException {
        assumeThat(STANDARD).exists();
        var schemas =
                new YAMLMapper()
                        .readTree(Files.readString(STANDARD))
                        .path("components")
                        .path("schemas");
        Map<String, Map<String, Object>> published =
                given().queryParam("format", "json")
                        .get("/q/openapi")
                        .jsonPath()
                        .getMap("components.schemas");

        assertThat(properties(published, "KycMatchRequest"))
                .containsExactlyInAnyOrderElementsOf(fields(schemas, "KYC_MatchRequestBody"));
        assertThat(properties(published, "KycMatch"))
                .containsExactlyInAnyOrderElementsOf(fields(schemas, "KYC_MatchResponse"));
        assertThat(answered())
                .containsExactlyInAnyOrderElementsOf(fields(schemas, "KYC_MatchResponse"));
    }

    @Test
    void echoesTheCorrelator() {
        Partner.TRUSTED
                .request()
                .header("x-correlator", "b4333c46-49c0-4f62-80d7-f0ef930f1c46")
                .body(GOOD)
                .post(KycMatchResource.PATH)
                .then()
                .statusCode(200)
                .header("x-correlator", "b4333c46-49c0-4f62-80d7-f0ef930f1c46");
    }

    @Test
    void refusesACorrelatorThatIsNone() {
        refused(
                Partner.TRUSTED
                        .request()
                        .header("x-correlator", "not one")
                        .body(GOOD)
                        .post(KycMatchResource.PATH),
                400,
                "INVALID_ARGUMENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"phoneNumber\":\"0888123456\",\"givenName\":\"N\"}",
                "{" + NUMBER + ",\"given_name\":\"N\"}",
                "{" + NUMBER + ",\"givenName\":{}}",
                "{" + NUMBER + ",\"country\":\"BGR\"}",
                "{" + NUMBER + ",\"birthdate\":\"1990-02-30\"}",
                "{" + NUMBER + ",\"gender\":\"X\"}",
                "{" + NUMBER + ",\"email\":\"nobody\"}",
                "{" + NUMBER + ",\"idDocumentType\":\"library_card\"}",
                "{" + NUMBER + ",\"bankAccountNumber\":\"BG80BNBG96611020345678\"}",
                "{" + NUMBER + ",\"streetNumber\":\"123456789012345678901\"}"
            })
    void refusesWhatIsNotOfTheStandard(String body) {
        refused(Partner.TRUSTED.asks(body), 400, "INVALID_ARGUMENT");
    }

    @Test
    void saysWhichFieldIsWrongAndNotWhatItHeld() {
        Partner.TRUSTED
                .asks("{" + NUMBER + ",\"country\":\"secret\"}")
                .then()
                .body("message", containsString("country"))
                .body("message", not(containsString("secret")));
    }

    @Test
    void refusesARequestThatClaimsNothing() {
        refused(
                Partner.TRUSTED.asks("{" + NUMBER + "}"),
                400,
                "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION");
    }

    @Test
    void refusesARequestThatNamesNoNumber() {
        refused(Partner.TRUSTED.asks("{\"givenName\":\"N\"}"), 422, "MISSING_IDENTIFIER");
    }

    @Test
    void refusesWhoeverHasNoAgreementOrNoScope() {
        refused(Partner.STRANGER.asks(GOOD), 403, "PERMISSION_DENIED");
        refused(post(Suite.token("shop").text()), 403, "PERMISSION_DENIED");
        refused(post(Suite.forgedToken("kyc-partner").text()), 401, "UNAUTHENTICATED");
    }

    @Test
    void refusesAnotherMethodAndAnotherFormInTheSameForm() {
        refused(Partner.TRUSTED.request().get(KycMatchResource.PATH), 405, "METHOD_NOT_ALLOWED");
        refused(
                Partner.TRUSTED
                        .request()
                        .contentType("text/plain")
                        .body(GOOD)
                        .post(KycMatchResource.PATH),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesWhenTheDaysMatchesAreUsedUpAndSaysWhenThereAreMore() {
        Partner.SPARING.asks(GOOD).then().statusCode(200);
        Partner.SPARING.asks(GOOD).then().statusCode(200);

        var refused = Partner.SPARING.asks(GOOD);

        refused(refused, 429, "QUOTA_EXCEEDED");
        assertThat(Long.parseLong(refused.header("Retry-After")))
                .isBetween(1L, Duration.ofHours(25).toSeconds() + 1);
        Partner.TRUSTED.asks(GOOD).then().statusCode(200);
    }

    @Test
    void showsAPartnersBudgetToNobodyElse() {
        Partner.TRUSTED.asks(GOOD).then().statusCode(200);

        assertThat(Customer.column("select client from kyc_match_budget")).isEmpty();
    }

    private static Response post(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(GOOD)
                .post(KycMatchResource.PATH);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
        assertThat(answer.jsonPath().<String, Object>getMap(""))
                .containsOnlyKeys("status", "code", "message");
    }

    /** Every field that an answer can have. */
    private static List<String> answered() {
        return Stream.of(KycAttribute.values())
                .flatMap(
                        attribute ->
                                new KycMatchView(Set.of(attribute), Map.of(attribute, 50), true)
                                        .answer().keySet().stream())
                .toList();
    }

    private static List<String> fields(JsonNode schemas, String schema) {
        return schemas.path(schema).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    @SuppressWarnings("unchecked") // it is JSON
    private static List<String> properties(
            Map<String, Map<String, Object>> published, String schema) {
        return List.copyOf(
                ((Map<String, Object>) published.get(schema).get("properties")).keySet());
    }
}
