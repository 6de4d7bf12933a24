package bg.telenor.portability.desk;

import static bg.telenor.portability.Others.A1;
import static bg.telenor.portability.Others.VIVACOM;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import bg.telenor.counterparts.operator.PortingDesk.Policy;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Database;
import bg.telenor.portability.Leaving;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class DeskTest {

    /** One for all tests that only look at it. */
    private static Asked waiting;

    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfOurs();

    /** A porting that waits for what its holder says. */
    private record Asked(UUID id, Msisdn number, Egn person, Instant begun) {}

    @Test
    void listsPortingsByStateOperatorTimeAndWhoseTurnItIs() {
        var id = waiting().id();
        var begun = waiting().begun();

        list("direction=OUT&waitsFor=HOLDER&operator=VIVACOM&state=ANNOUNCED&since=" + begun)
                .then()
                .statusCode(200)
                .body("portings.id", hasItem(id.toString()))
                .body("portings.waitsFor", hasItem("HOLDER"));
        for (var other :
                new String[] {
                    "direction=OUT&waitsFor=NOBODY",
                    "direction=OUT&operator=A1",
                    "direction=OUT&state=ACCEPTED",
                    "direction=OUT&since=2090-01-01T00:00:00Z",
                    "direction=IN"
                }) {
            list(other).then().statusCode(200).body("portings.id", not(hasItem(id.toString())));
        }
    }

    @Test
    void goesOnInTheListWhereAPageEnded() {
        var id = waiting().id();
        String since =
                list("direction=OUT&state=ANNOUNCED&since=" + waiting().begun())
                        .path("portings.find { it.id == '%s' }.since".formatted(id));

        list("direction=OUT&after=" + since + "~" + id)
                .then()
                .statusCode(200)
                .body("portings.id", not(hasItem(id.toString())));
    }

    @ParameterizedTest
    @CsvSource({"state=NOWHERE", "after=here", "operator=a", "since=soon"})
    void refusesAFilterThatIsNone(String filter) {
        list("direction=OUT&" + filter).then().statusCode(400);
    }

    @Test
    void tellsWhatHappenedToANumberThatWasToLeave() {
        var id = announced();
        decide(id, "REJECT", "FRAUD_SUSPECTED", ",\"codes\":[\"HOLDER_OBJECTS\"]")
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        Leaving.heard(VIVACOM, portingId(id), "PortReject");

        var story = desk().get("/v1/desk/portings/" + id);

        story.then()
                .statusCode(200)
                .body("timeline.kind", hasItems("HEARD", "STATE", "TOLD"))
                .body(
                        "timeline.findAll { it.kind == 'STATE' }.what",
                        equalTo(List.of("RECEIVED", "ANNOUNCED", "REJECTED")))
                .body("timeline[0].what", equalTo("PortRequest"));
        assertThat(story.asString()).doesNotContain(number.e164()).doesNotContain(person.value());
    }

    @Test
    void tellsWhatHappenedToANumberThatComesAndHowFarItsWindowIs() {
        var caseId = UUID.randomUUID();
        var begun = Instant.now();
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, Others.numberOfA1());

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                desk().get("/v1/desk/portings/" + id)
                                        .then()
                                        .body("porting.direction", equalTo("IN"))
                                        .body(
                                                "timeline.what",
                                                hasItems(
                                                        "WAITING_FOR_IDENTITY",
                                                        "PortRequest",
                                                        "PortAccept",
                                                        "SCHEDULED")));

        var window = desk().get("/v1/desk/windows?since=" + begun).jsonPath();
        assertThat(
                        window.getInt("windows[0].planned")
                                + window.getInt("windows[0].executing")
                                + window.getInt("windows[0].executed"))
                .isPositive();
    }

    @Test
    void showsTheNumbersAndPutsWhoReadThemIntoEvidence() {
        var id = waiting().id();

        desk().get("/v1/desk/portings/" + id + "/numbers")
                .then()
                .statusCode(200)
                .body("numbers[0]", equalTo(waiting().number().e164()))
                .body(not(containsString(waiting().person().value())));

        assertThat(
                        Database.ask(
                                "select employee from evidence where record_id = ? and action ="
                                        + " 'READ' and actor_kind = 'EMPLOYEE'",
                                id))
                .isEqualTo("desk-clerk");
    }

    @Test
    void letsANumberGoBeforeTheHoldersTimeIsOver() {
        var id = announced();

        decide(id, "ACCEPT", "HOLDER_CONFIRMED", "")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));

        Leaving.heard(VIVACOM, portingId(id), "PortAccept");
        decide(id, "ACCEPT", "HOLDER_CONFIRMED", "").then().statusCode(409);
        assertThat(ground(id)).isEqualTo("HOLDER_CONFIRMED");
    }

    @Test
    void takesAnAcceptanceBackWithItsGround() {
        var id = announced();
        Leaving.letTheHolderBeSilent(portingId(id));

        decide(id, "CANCEL", "FRAUD_SUSPECTED", "")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        var heard = Leaving.heard(VIVACOM, portingId(id), "PortWithdraw");
        assertThat(heard.body().path("ground").asText()).isEqualTo("FRAUD");
    }

    @Test
    void doesNotTakeDebtForAGroundUnlessConfigured() {
        var id = waiting().id();

        decide(id, "REJECT", "CUSTOMER_WISH", ",\"codes\":[\"DEBT\"]")
                .then()
                .statusCode(422)
                .body("code", equalTo("REJECT_CODE_NOT_ALLOWED"));
        decide(id, "REJECT", "CUSTOMER_WISH", "").then().statusCode(400);
        decide(id, "POSTPONE", "TECHNICAL_FAULT", "").then().statusCode(400);
    }

    @Test
    void takesARequestOfOursBackButDoesNotDecideForTheDonor() {
        var theirs = Others.numberOfA1();
        A1.answers(theirs.e164(), Policy.SILENT);
        var caseId = UUID.randomUUID();
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, theirs);
        Shop.await(id, "REQUESTED");

        decide(id, "ACCEPT", "HOLDER_CONFIRMED", "").then().statusCode(409);
        decide(id, "CANCEL", "CUSTOMER_WISH", "")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        Leaving.heard(A1, id, "PortCancel");
    }

    @Test
    void isForEmployeesByNameAndWithItsScopeAlone() {
        var system = Suite.token("shop").text();
        var clerk = Suite.token("shop").scopes("portings.read").employee("clerk").text();

        for (var token : new String[] {system, clerk}) {
            as(token).get("/v1/desk/portings?direction=IN").then().statusCode(403);
            as(token).get("/v1/desk/windows?since=" + Instant.EPOCH).then().statusCode(403);
        }
        desk().get("/v1/desk/portings/" + UUID.randomUUID()).then().statusCode(404);
    }

    private Asked waiting() {
        if (waiting == null) {
            var begun = Instant.now();
            waiting = new Asked(announced(), number, person, begun);
        }
        return waiting;
    }

    private UUID announced() {
        var longAgo = Instant.now().minusSeconds(3600);
        Leaving.holds(person, number, Capacity.SUBSCRIBER, longAgo);
        var portingId = Leaving.asks(VIVACOM, person, number);
        Leaving.awaitStatus(portingId, "ANNOUNCED");
        return Leaving.ours(portingId);
    }

    private static UUID portingId(UUID ours) {
        return (UUID) Database.ask("select porting_id from port_out where id = ?", ours);
    }

    private static Object ground(UUID id) {
        return Database.ask(
                "select facts ->> 'ground' from evidence where record_id = ? and facts ->>"
                        + " 'decision' = 'ACCEPT'",
                id);
    }

    private static Response list(String query) {
        return desk().get("/v1/desk/portings?" + query);
    }

    private static Response decide(UUID id, String decision, String ground, String more) {
        return desk().body(
                        "{\"decision\":\"%s\",\"ground\":\"%s\"%s}"
                                .formatted(decision, ground, more))
                .post("/v1/desk/portings/" + id + "/decisions");
    }

    private static RequestSpecification desk() {
        return as(Suite.token("shop").employee("desk-clerk").text());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
