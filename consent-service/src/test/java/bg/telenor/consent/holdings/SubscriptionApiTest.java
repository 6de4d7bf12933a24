package bg.telenor.consent.holdings;

import static bg.telenor.consent.Api.subscription;
import static bg.telenor.consent.Api.subscriptions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.events.Topic;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class SubscriptionApiTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void opensAHoldingAndTellsEveryone() {
        var id = UUID.randomUUID();
        var person = People.someone();
        var number = People.number();

        subscriptions(subscription(id, number, person, JANUARY))
                .then()
                .statusCode(200)
                .body("results.line", contains(1))
                .body("results.code", contains("OPENED"));

        var opened = Suite.await(Topic.HOLDINGS, id, "HoldingOpened");
        assertThat(opened.key()).isEqualTo(Suite.subjectRefs().of(number).value());
        assertThat(opened.data().path("person").asText())
                .isEqualTo(Suite.subjectRefs().of(person).value());
        assertThat(opened.text()).doesNotContain(person.value()).doesNotContain(number.e164());
    }

    @Test
    void saysTheSameOnlyOnce() {
        var id = UUID.randomUUID();
        var line = subscription(id, People.number(), People.someone(), JANUARY);

        subscriptions(line, line)
                .then()
                .statusCode(200)
                .body("results.code", contains("OPENED", "UNCHANGED"));

        Suite.await(Topic.HOLDINGS, id, "HoldingOpened");
        assertThat(Suite.events(Topic.HOLDINGS, id)).hasSize(1);
    }

    @Test
    void closesAHolding() {
        var id = UUID.randomUUID();
        var person = People.someone();
        var number = People.number();
        subscriptions(subscription(id, number, person, JANUARY));

        subscriptions(subscription(id, number, person, JANUARY, FEBRUARY))
                .then()
                .body("results.code", contains("CLOSED"));

        var closed = Suite.await(Topic.HOLDINGS, id, "HoldingClosed");
        assertThat(closed.data().path("until").asText()).isEqualTo(FEBRUARY.toString());
        assertThat(Suite.events(Topic.HOLDINGS, id))
                .extracting(TopicRecord::type)
                .containsExactly("HoldingOpened", "HoldingClosed");
    }

    @Test
    void refusesASecondSubscriberOfANumberAtTheSameTime() {
        var number = People.number();
        subscriptions(subscription(UUID.randomUUID(), number, People.someone(), JANUARY));

        subscriptions(subscription(UUID.randomUUID(), number, People.someone(), FEBRUARY))
                .then()
                .statusCode(200)
                .body("results.code", contains("NUMBER_ALREADY_HELD"));
    }

    @Test
    void reassignsANumberWhoseHoldingIsOver() {
        var number = People.number();
        var first = subscription(UUID.randomUUID(), number, People.someone(), JANUARY, FEBRUARY);

        subscriptions(first, subscription(UUID.randomUUID(), number, People.someone(), FEBRUARY))
                .then()
                .body("results.code", contains("OPENED", "OPENED"));
    }

    @Test
    void refusesToTurnAKnownSubscriptionIntoAnother() {
        var id = UUID.randomUUID();
        var number = People.number();
        subscriptions(subscription(id, number, People.someone(), JANUARY));

        subscriptions(subscription(id, number, People.someone(), JANUARY))
                .then()
                .body("results.code", contains("SUBSCRIPTION_CONFLICT"));
    }

    @Test
    void takesTheGoodLinesAndNamesTheBadOnes() {
        var good = subscription(UUID.randomUUID(), People.number(), People.someone(), JANUARY);
        var wrongChecksum =
                good.replaceFirst("\"value\":\"[0-9]{10}\"", "\"value\":\"8019010008\"");
        var foreign = good.replaceFirst("\\+359[0-9]+", "+40712345678");
        var unknownField = good.replaceFirst("\\{", "{\"surprise\":1,");
        var backwards =
                subscription(
                        UUID.randomUUID(), People.number(), People.someone(), FEBRUARY, JANUARY);

        subscriptions(
                        "no json",
                        wrongChecksum,
                        foreign,
                        unknownField,
                        backwards,
                        "{}",
                        "",
                        "x".repeat(5000),
                        good)
                .then()
                .statusCode(200)
                .body("results.line", contains(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .body(
                        "results.code",
                        contains(
                                "INVALID_REQUEST",
                                "INVALID_REQUEST",
                                "INVALID_REQUEST",
                                "INVALID_REQUEST",
                                "INVALID_REQUEST",
                                "INVALID_REQUEST",
                                "INVALID_REQUEST",
                                "INVALID_REQUEST",
                                "OPENED"));
    }

    @Test
    void refusesSomeoneWhoIsNotBornYet() {
        var unborn =
                subscription(UUID.randomUUID(), People.number(), People.someone(), JANUARY)
                        .replaceFirst("\"value\":\"[0-9]{10}\"", "\"value\":\"7542011030\"");

        subscriptions(unborn).then().body("results.code", contains("INVALID_REQUEST"));
    }

    @Test
    void isForBillingAlone() {
        Api.shop()
                .contentType("application/x-ndjson")
                .body(new byte[] {'{', '}'})
                .post("/v1/subscriptions")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }
}
