package bg.telenor.portability.portout;

import static bg.telenor.portability.Others.A1;
import static bg.telenor.portability.Others.VIVACOM;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import bg.telenor.events.Topic;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Database;
import bg.telenor.portability.Leaving;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Subscriber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whose number it is has a say in its leaving. */
@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class HolderTest {

    private final Instant longAgo = Instant.now().minus(Duration.ofDays(100));

    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfOurs();
    private final Subscriber subscriber = new Subscriber(person, number);

    @Test
    void isToldOfARequestAndKeepsTheNumberByANo() {
        subscribes();
        var portingId = Leaving.asks(VIVACOM, person, number);
        Leaving.awaitStatus(portingId, "ANNOUNCED");
        var asked = Suite.await(Topic.PORTING, Leaving.ours(portingId), "PortOutAsked").data();
        assertThat(asked.path("recipient").asText()).isEqualTo("VIVACOM");
        subscriber
                .sees("port-outs")
                .then()
                .body("portOuts[0].status", equalTo("ANNOUNCED"))
                .body("portOuts[0].objectUntil", notNullValue());

        subscriber.objects().then().statusCode(200).body("outcome", equalTo("STAYS"));

        assertThat(Leaving.refusal(VIVACOM, portingId)).containsExactly("HOLDER_OBJECTS");
        subscriber.objects().then().body("outcome", equalTo("NOTHING_ASKED"));
        assertThat(decided(portingId)).isEqualTo("PERSON");
    }

    @Test
    void canSayNoBeforeAClerk() {
        var caseId = UUID.randomUUID();
        subscribes();
        IdentityStandIn.confirm(caseId, person);
        var portingId = Leaving.asks(VIVACOM, person, number);
        Leaving.awaitStatus(portingId, "ANNOUNCED");

        Awaitility.await()
                .until(
                        () ->
                                subscriber
                                        .atCounter(caseId, "port-out-objections")
                                        .asString()
                                        .contains("STAYS"));

        Leaving.awaitStatus(portingId, "REJECTED");
    }

    @Test
    void whoIsSilentLetsTheNumberGoAndCanStillSayNo() {
        subscribes();
        var portingId = Leaving.asks(VIVACOM, person, number);

        Leaving.letTheHolderBeSilent(portingId);

        Leaving.heard(VIVACOM, portingId, "PortAccept");
        subscriber.objects().then().body("outcome", equalTo("STAYS"));
        assertThat(Leaving.heard(VIVACOM, portingId, "PortWithdraw").body().path("ground").asText())
                .isEqualTo("FRAUD");
    }

    @Test
    void whoLocksTheNumberMeanwhileKeepsIt() {
        subscribes();
        var portingId = Leaving.asks(VIVACOM, person, number);
        Leaving.awaitStatus(portingId, "ANNOUNCED");

        subscriber.locks().then().statusCode(201);
        Database.ask(
                "update port_out set due_at = received_at where porting_id = ? returning id",
                portingId);

        assertThat(Leaving.refusal(VIVACOM, portingId)).containsExactly("PORT_LOCKED");
    }

    @Test
    void whoTookTheNumberOverDoesNotTakeItAwayForThreeDays() {
        var before = Leaving.holds(Others.somebody(), number, Capacity.SUBSCRIBER, longAgo);
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        Leaving.ends(before, number, yesterday.minusSeconds(7200));
        Leaving.holds(person, number, Capacity.SUBSCRIBER, yesterday);

        assertThat(Leaving.refusal(A1, Leaving.asks(A1, person, number)))
                .containsExactly("HOLDER_CHANGED");
    }

    @Test
    void whoHadTheNumberBeforeHasNoSayAndTheNextSeesNothingOfThem() {
        var left = Instant.now().minus(Duration.ofDays(10));
        var before = Leaving.holds(person, number, Capacity.SUBSCRIBER, longAgo);
        Leaving.awaitStatus(Leaving.asks(VIVACOM, person, number), "ANNOUNCED");
        Leaving.ends(before, number, left);
        var next = new Subscriber(Others.somebody(), number);
        Leaving.holds(next.person(), number, Capacity.SUBSCRIBER, left.plusSeconds(60));

        next.sees("port-outs").then().body("portOuts", empty());
        next.objects().then().body("outcome", equalTo("NOTHING_ASKED"));
        subscriber.objects().then().statusCode(422).body("code", equalTo("NUMBER_NOT_HELD"));
    }

    @Test
    void isNobodyWithoutAToken() {
        var shop = Suite.token("shop").scopes("my-numbers").text();

        given().auth().oauth2(shop).get("/v1/my/port-outs").then().statusCode(403);
    }

    private void subscribes() {
        Leaving.holds(person, number, Capacity.SUBSCRIBER, longAgo);
    }

    private static Object decided(UUID portingId) {
        return Database.ask(
                "select actor_kind from evidence where record_id = ? and action = 'DECISION'"
                        + " and facts ->> 'codes' = 'HOLDER_OBJECTS'",
                Leaving.ours(portingId));
    }
}
