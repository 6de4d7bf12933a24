package bg.telenor.identity.kycmatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** After three differing claims about a person nobody is told any more what is right. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class KycOracleTest {

    private static final List<String> ENDINGS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    @Inject KycConsents consents;

    @Test
    void matchesNothingForAnybodyAfterThreeDifferingClaims() {
        var customer = Customer.consenting(consents);

        guessThreeTimes(customer);

        guess(Partner.TRUSTED, customer, "")
                .then()
                .body("familyNameMatch", equalTo("not_available"));
        guess(Partner.MODEST, customer, "")
                .then()
                .body("familyNameMatch", equalTo("not_available"));
    }

    @Test
    void answersAgainWhatItAnswered() {
        var customer = Customer.consenting(consents);
        guessThreeTimes(customer);

        guess(Partner.MODEST, customer, "a").then().body("familyNameMatch", equalTo("false"));
        Partner.TRUSTED
                .asks(
                        customer.number,
                        "\"familyName\":\""
                                + (customer.person.family().latin() + "A").toUpperCase(Locale.ROOT)
                                + "\"")
                .then()
                .body("familyNameMatch", equalTo("false"));
    }

    @Test
    void countsWhatTheShopClaimsToo() {
        var customer = Customer.consenting(consents);
        guess(Partner.TRUSTED, customer, "a");
        guess(Partner.TRUSTED, customer, "b");

        claimAtTheCounter(customer).then().statusCode(201);

        guess(Partner.TRUSTED, customer, "")
                .then()
                .body("familyNameMatch", equalTo("not_available"));
        claimAtTheCounter(customer).then().body("match.names", equalTo("true"));
    }

    @Test
    void doesNotCountWhatIsComparedWithNothing() {
        var customer = Customer.consenting(consents);
        for (var ending : ENDINGS) {
            Partner.TRUSTED
                    .asks(customer.number, "\"email\":\"" + ending + "@example.com\"")
                    .then()
                    .statusCode(200);
            Partner.MODEST
                    .asks(customer.number, "\"givenName\":\"" + ending + "\"")
                    .then()
                    .statusCode(200);
        }

        guess(Partner.TRUSTED, customer, "").then().body("familyNameMatch", equalTo("true"));
    }

    @Test
    void letsNoMoreThanThreeThroughThatComeAtOnce() throws Exception {
        var customer = Customer.consenting(consents);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    callers.invokeAll(
                            IntStream.range(0, ENDINGS.size())
                                    .mapToObj(
                                            n ->
                                                    (Callable<Response>)
                                                            () -> guessAsOneOfTwo(customer, n))
                                    .toList());

            assertThat(answers)
                    .extracting(answer -> answer.get().jsonPath().getString("familyNameMatch"))
                    .filteredOn("false"::equals)
                    .hasSize(3);
        }
    }

    private static Response guessAsOneOfTwo(Customer customer, int n) {
        return guess(n % 2 == 0 ? Partner.TRUSTED : Partner.MODEST, customer, ENDINGS.get(n));
    }

    private static void guessThreeTimes(Customer customer) {
        for (var ending : ENDINGS.subList(0, 3)) {
            guess(Partner.TRUSTED, customer, ending)
                    .then()
                    .body("familyNameMatch", equalTo("false"));
        }
    }

    private static Response guess(Partner partner, Customer customer, String ending) {
        return partner.asks(
                customer.number,
                "\"familyName\":\"" + customer.person.family().latin() + ending + "\"");
    }

    private static Response claimAtTheCounter(Customer customer) {
        return given().auth()
                .oauth2(Suite.token("shop").employee("clerk").text())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        """
                        {"caseId":"%s","identifier":{"type":"EGN","value":"%s"},
                         "documentNumber":"%s","purpose":"CONTRACT_CONCLUSION","role":"USER",
                         "claimed":{"names":{"first":"%s","family":"%s"}}}\
                        """
                                .formatted(
                                        UUID.randomUUID(),
                                        customer.egn.value(),
                                        customer.person.document().value(),
                                        customer.person.first().cyrillic(),
                                        customer.person.family().cyrillic()))
                .post("/v1/references");
    }
}
