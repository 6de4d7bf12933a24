package bg.telenor.portability.protection;

import static bg.telenor.portability.Others.A1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import bg.telenor.events.Topic;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.rights.RightsEvent;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.events.rights.RightsEvent.RestrictionSet;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.TopicRecord;
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
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class PortLockTest {

    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfOurs();
    private final Subscriber subscriber = new Subscriber(person, number);

    @Test
    void keepsANumberUntilItsSubscriberLiftsIt() {
        subscribes(person);
        var id = UUID.fromString(subscriber.locks().then().statusCode(201).extract().path("id"));

        assertThat(Leaving.refusal(A1, Leaving.asks(A1, person, number)))
                .containsExactly("PORT_LOCKED");

        subscriber.lifts().then().statusCode(200).body("locked", equalTo(false));
        Leaving.heard(A1, Leaving.asks(A1, person, number), "PortAccept");
        Suite.await(Topic.PORTING, id, "PortLockLifted");
        assertThat(Suite.events(Topic.PORTING, id))
                .extracting(TopicRecord::type)
                .containsExactly("PortLockSet", "PortLockLifted");
    }

    @Test
    void isThereOnceHoweverOftenItIsSet() {
        subscribes(person);

        String first = subscriber.locks().then().statusCode(201).extract().path("id");

        subscriber.locks().then().statusCode(201).body("id", equalTo(first));
        subscriber.sees("port-locks").then().body("locks.number", equalTo(List.of(number.e164())));
    }

    @Test
    void leavesNothingWhenItIsLifted() {
        subscribes(person);
        var id = UUID.fromString(subscriber.locks().then().extract().path("id"));
        assertThat(Suite.await(Topic.INTAKE, id, "DataReceived").data().path("purpose").asText())
                .isEqualTo("NUMBER_PROTECTION");

        subscriber.lifts().then().statusCode(200);
        subscriber.lifts().then().statusCode(200);

        Suite.await(Topic.INTAKE, id, "DataErased");
        assertThat(Database.ask("select 1 from port_lock where id = ?", id)).isNull();
        assertThat(Database.ask("select 1 from document where record_id = ?", id)).isNull();
        assertThat(lifted(id)).isEqualTo("MY_DATA");
    }

    @Test
    void isSetAndLiftedBeforeAClerkByWhoIsConfirmed() {
        var caseId = UUID.randomUUID();
        subscribes(person);
        IdentityStandIn.confirm(caseId, person);
        Awaitility.await()
                .until(() -> subscriber.atCounter(caseId, "port-locks").statusCode() == 201);

        subscriber.atCounter(caseId, "port-lock-liftings").then().statusCode(200);

        subscriber.sees("port-locks").then().body("locks", empty());
    }

    @Test
    void isNotSetForWhoIsNotConfirmed() {
        subscribes(person);

        subscriber
                .atCounter(UUID.randomUUID(), "port-locks")
                .then()
                .statusCode(409)
                .body("code", equalTo("IDENTITY_NOT_CONFIRMED"));
    }

    @Test
    void isTheSubscribersAloneAndNoUsers() {
        var user = Others.somebody();
        subscribes(person);
        Leaving.holds(user, number, Capacity.USER, Instant.now().minusSeconds(3600));

        new Subscriber(user, number)
                .locks()
                .then()
                .statusCode(422)
                .body("code", equalTo("NUMBER_NOT_HELD"));
        new Subscriber(Others.somebody(), number).lifts().then().statusCode(422);
    }

    @Test
    void doesNotBindTheNumbersNextSubscriberNorIsItSeenByThem() {
        var next = Others.somebody();
        var left = Instant.now().minus(Duration.ofDays(10));
        var holding = Leaving.holds(person, number, Capacity.SUBSCRIBER, left.minusSeconds(3600));
        var id = UUID.fromString(subscriber.locks().then().extract().path("id"));
        Leaving.ends(holding, number, left);
        Leaving.holds(next, number, Capacity.SUBSCRIBER, left.plusSeconds(3600));

        new Subscriber(next, number).sees("port-locks").then().body("locks", empty());

        Leaving.heard(A1, Leaving.asks(A1, next, number), "PortAccept");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.ask("select 1 from port_lock where id = ?", id) == null);
    }

    @Test
    void outlastsAnErasureRequestAndRestrictionUntilItIsLifted() {
        subscribes(person);
        var soon = Instant.now().plusSeconds(3600);
        var ref = Suite.subjectRefs().of(person);
        subscriber.locks().then().statusCode(201);

        var erasure = UUID.randomUUID();
        obeyed(new ErasureRequested(ref, erasure, 1, 1, null, null, soon, null), "ErasureAnswered");
        obeyed(
                new RestrictionSet(ref, UUID.randomUUID(), 1, 1, null, null, soon, null),
                "RestrictionAnswered");

        assertThat(
                        Suite.events(Topic.RIGHTS_ANSWERS, erasure)
                                .getFirst()
                                .data()
                                .at("/retained/0/record")
                                .asText())
                .isEqualTo("PORT_LOCK");
        subscriber.sees("port-locks").then().body("locks", hasSize(1));
        subscriber.lifts().then().statusCode(200);
        subscriber.sees("port-locks").then().body("locks", empty());
        subscriber.locks().then().statusCode(201);
    }

    private static void obeyed(RightsEvent command, String answer) {
        Suite.send(SuiteService.CONSENT, command);
        Suite.await(Topic.RIGHTS_ANSWERS, command.requestId(), answer);
    }

    private void subscribes(Egn who) {
        Leaving.holds(who, number, Capacity.SUBSCRIBER, Instant.now().minusSeconds(3600));
    }

    private static Object lifted(UUID id) {
        return Database.ask(
                "select facts ->> 'through' from evidence where record_id = ? and action ="
                        + " 'DECISION' and facts ->> 'outcome' = 'LIFTED'",
                id);
    }
}
