package bg.telenor.pay.link;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.events.Topic;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.pay.Play;
import bg.telenor.pay.Shop;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "pay"))
class StoreLinkApiTest {

    @Inject StoreLinkConfig config;

    @Test
    void letsAStoreComeForTenMinutesByDefault() {
        assertThat(config.offerLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void linksAStoreAccountToAnOffer() {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var offer = Shop.offered(number);

        var linked = new Play().associate(offer.getString("authenticationRequestId"));

        var id = offer.getString("id");
        assertThat(linked.result()).isEqualTo("success");
        assertThat(linked.answer().at("/result/success/accountIdentifier/accountId").asText())
                .isEqualTo(id);
        Shop.link(id).then().statusCode(200).body("status", equalTo("LINKED"));
        var event = Suite.await(Topic.PAYMENT, UUID.fromString(id), "StoreAccountLinked");
        assertThat(event.key()).isEqualTo(Shop.ref(number).value());
        assertThat(event.data().path("holdingId").asText()).isEqualTo(holding.toString());
    }

    @Test
    void offersOnceForOneIdempotencyKey() {
        var number = Shop.newNumber();
        Shop.hold(number);
        Shop.offered(number);
        var key = UUID.randomUUID().toString();
        var request = Shop.request().header("Idempotency-Key", key).body(Shop.body(number));

        var first = request.post("/v1/store-links").jsonPath();
        var again = request.post("/v1/store-links").jsonPath();

        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.getString("authenticationRequestId"))
                .isEqualTo(first.getString("authenticationRequestId"));
    }

    @Test
    void refusesAnIdempotencyKeyWithAnotherBody() {
        var number = Shop.newNumber();
        Shop.hold(number);
        Shop.offered(number);
        var key = UUID.randomUUID().toString();
        Shop.request()
                .header("Idempotency-Key", key)
                .body(Shop.body(number))
                .post("/v1/store-links")
                .then()
                .statusCode(201);

        Shop.request()
                .header("Idempotency-Key", key)
                .body(Shop.body(Shop.newNumber()))
                .post("/v1/store-links")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void refusesAnOfferWithoutIdempotencyKey() {
        Shop.request()
                .body(Shop.body(Shop.newNumber()))
                .post("/v1/store-links")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
    }

    @Test
    void refusesANumberThatNobodyHolds() {
        Shop.offer(Shop.newNumber())
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("NUMBER_NOT_HELD"));
    }

    @Test
    void refusesANumberWhoseContactIsAllThatIsKnown() {
        var number = Shop.newNumber();
        Shop.hold(number, Capacity.CONTACT, Instant.now().minusSeconds(60));
        var other = Shop.newNumber();
        Shop.hold(other);
        Shop.offered(other);

        Shop.offer(number).then().statusCode(422).body("code", equalTo("NUMBER_NOT_HELD"));
    }

    @Test
    void refusesATokenThatWasInAnotherAssociation() {
        var number = Shop.newNumber();
        Shop.hold(number);
        var play = Play.linked(number);
        var offer = Shop.offered(number);

        var refused = play.associate(offer.getString("authenticationRequestId"));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.errorCode()).isEqualTo("IDEMPOTENCY_VIOLATION");
        Shop.link(offer.getString("id")).then().body("status", equalTo("OFFERED"));
    }

    @Test
    void answersTheSameAssociationAlike() {
        var number = Shop.newNumber();
        Shop.hold(number);
        var offer = Shop.offered(number);
        var request = new Play().associateRequest(offer.getString("authenticationRequestId"));

        var first = Play.call("associateAccount", request);
        var again = Play.call("associateAccount", request);

        assertThat(first.result()).isEqualTo("success");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void anOfferIsGoodForOneAccount() {
        var number = Shop.newNumber();
        Shop.hold(number);
        var offer = Shop.offered(number);
        new Play().associate(offer.getString("authenticationRequestId"));

        var second = new Play().associate(offer.getString("authenticationRequestId"));

        assertThat(second.status()).isEqualTo(404);
        assertThat(second.errorCode()).isEqualTo("INVALID_IDENTIFIER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5d9d7a3e-0000-4000-8000-000000000000", "guess"})
    void refusesAnAssociationThatWasNotOffered(String authenticationRequestId) {
        var refused = new Play().associate(authenticationRequestId);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.errorCode()).isEqualTo("INVALID_IDENTIFIER");
    }

    @Test
    void endsWithItsHolding() {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var offer = Shop.offered(number);
        new Play().associate(offer.getString("authenticationRequestId"));

        Shop.endHolding(number, holding, Instant.now());

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> Shop.link(offer.getString("id")).jsonPath().getString("status"),
                        "CLOSED"::equals);
    }

    @Test
    void hidesALinkFromAnotherClient() {
        var number = Shop.newNumber();
        Shop.hold(number);
        var id = Shop.offered(number).getString("id");
        var other = Suite.token("billing").scopes("store-links.write");

        given().auth()
                .oauth2(other.audience("pay-with-telenor-service").text())
                .get("/v1/store-links/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("STORE_LINK_NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"number\":\"+359888000001\"}",
                "{\"number\":\"+359888000001\",\"store\":\"CORNER_SHOP\"}",
                "{\"number\":\"+359888000001\",\"store\":\"GOOGLE_PLAY\",\"more\":1}",
                "{\"number\":\"+40721234567\",\"store\":\"GOOGLE_PLAY\"}",
                "{\"number\":12,\"store\":\"GOOGLE_PLAY\"}"
            })
    void refusesWhatIsNoOffer(String body) {
        Shop.creating()
                .body(body)
                .post("/v1/store-links")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void refusesToSearchForSomebodyWithoutTheScope() {
        given().auth()
                .oauth2(Suite.token("shop").scopes("store-links.write").text())
                .contentType("application/json")
                .body(Shop.body(Shop.newNumber()))
                .post("/v1/purchase-searches")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "MjAyNg", "!!!", "KzEwMDAwMDAwMC0wMS0wMVQwMDowMDowMFp8eA"})
    void refusesACursorThatIsNone(String cursor) {
        Shop.search(Map.of("number", Shop.newNumber().e164(), "cursor", cursor))
                .then()
                .statusCode(400)
                .body("code", equalTo("CURSOR_NOT_VALID"));
    }
}
