package bg.telenor.portability.portin;

import static bg.telenor.portability.Others.A1;
import static bg.telenor.portability.Others.VIVACOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import bg.telenor.counterparts.operator.PortingDesk.Policy;
import bg.telenor.counterparts.operator.PortingDesk.Received;
import bg.telenor.events.Topic;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Database;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class PortInApiTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfA1();

    @Test
    void movesANumberToUsAndTellsEverybody() {
        IdentityStandIn.confirm(caseId, person);
        assertThat(Shop.servedBy(number)).isEqualTo("A1");

        var id = Shop.started(caseId, person, number);

        Shop.await(id, "COMPLETED");
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> Shop.servedBy(number).equals("TELENOR"));
        Shop.lookUp(number)
                .then()
                .body("results[0].blockOperator", equalTo("A1"))
                .body("results[0].route", equalTo("C28405"))
                .body("results[0].portedSince", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        assertThat(A1.received(id))
                .extracting(Received::type)
                .containsExactly("PortRequest", "PortSchedule", "PortExecute");
        var broadcast = awaitMessage(id, "PortBroadcast");
        assertThat(broadcast.body().path("numbers").get(0).asText()).isEqualTo(number.e164());
        assertThat(broadcast.body().path("servedBy").asText()).isEqualTo("TELENOR");
        Suite.await(Topic.PORTING, id, "PortingCompleted");
        assertThat(Suite.events(Topic.PORTING, id))
                .extracting(TopicRecord::type)
                .containsExactly("PortingRequested", "PortingScheduled", "PortingCompleted");
    }

    @Test
    void waitsForTheIdentityOfItsCaseAndThenAsks() {
        var id = Shop.started(caseId, person, number);
        Shop.get(id).then().body("status", equalTo("WAITING_FOR_IDENTITY"));

        IdentityStandIn.confirm(caseId, person);

        Shop.await(id, "COMPLETED");
    }

    @Test
    void hearsTheSameConfirmationTwiceAndAsksOnce() {
        A1.answers(number.e164(), Policy.SILENT);
        var id = Shop.started(caseId, person, number);
        var event = UUID.randomUUID();

        Suite.send(event, SuiteService.IDENTITY, IdentityStandIn.confirmed(caseId, person));
        Suite.send(event, SuiteService.IDENTITY, IdentityStandIn.confirmed(caseId, person));
        IdentityStandIn.confirm(caseId, person);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !A1.received(id).isEmpty());
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> A1.received(id).size() == 1);
    }

    @Test
    void endsWhenTheIdentityIsRefused() {
        var id = Shop.started(caseId, person, number);

        IdentityStandIn.refuse(caseId, person);

        Shop.await(id, "IDENTITY_REFUSED");
        assertThat(reason(id)).isEqualTo("IDENTITY_REFUSED");
        assertThat(A1.received(id)).isEmpty();
    }

    @Test
    void endsWhenAnotherPersonIsConfirmedForTheCase() {
        var id = Shop.started(caseId, person, number);

        IdentityStandIn.confirm(caseId, Others.somebody());

        Shop.await(id, "SUBJECT_MISMATCH");
        assertThat(reason(id)).isEqualTo("SUBJECT_MISMATCH");
    }

    @Test
    void showsWhyTheDonorRefused() {
        A1.answers(number.e164(), Policy.REJECT, "DOC_MISMATCH", "DEBT");
        IdentityStandIn.confirm(caseId, person);

        var id = Shop.started(caseId, person, number);

        var porting = Shop.await(id, "REJECTED");
        assertThat(porting.<String>getList("rejectCodes"))
                .containsExactlyInAnyOrder("DOC_MISMATCH", "DEBT");
        assertThat(reason(id)).isEqualTo("REJECTED_BY_DONOR");
        assertThat(Shop.servedBy(number)).isEqualTo("A1");
    }

    @Test
    void canBeAskedForAgainAfterARefusal() {
        A1.answers(number.e164(), Policy.REJECT, "DEBT");
        IdentityStandIn.confirm(caseId, person);
        Shop.await(Shop.started(caseId, person, number), "REJECTED");
        A1.answers(number.e164(), Policy.ACCEPT);

        var second = Shop.started(caseId, person, number);

        Shop.await(second, "COMPLETED");
    }

    @Test
    void tellsTheDonorOfACancellation() {
        A1.answers(number.e164(), Policy.SILENT);
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, number);
        Shop.await(id, "REQUESTED");

        Shop.cancel(id).then().statusCode(200).body("status", equalTo("CANCELLED"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> A1.received(id).size() == 2);
        assertThat(A1.received(id))
                .extracting(Received::type)
                .containsExactly("PortRequest", "PortCancel");
        assertThat(A1.received(id).getLast().body().path("ground").asText())
                .isEqualTo("CUSTOMER_WISH");
        assertThat(reason(id)).isEqualTo("CANCELLED");
    }

    @Test
    void tellsTheDonorNothingOfWhatItWasNotAsked() {
        var id = Shop.started(caseId, person, number);

        Shop.cancel(id).then().statusCode(200);
        Shop.cancel(id).then().statusCode(200).body("status", equalTo("CANCELLED"));

        IdentityStandIn.confirm(caseId, person);
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> A1.received(id).isEmpty());
    }

    @Test
    void cannotBeCancelledOnceCompleted() {
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, number);
        Shop.await(id, "COMPLETED");

        Shop.cancel(id).then().statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
    }

    @Test
    void expiresWhenNobodyConfirmsTheIdentity() {
        var id = Shop.started(caseId, person, number);

        letTimePass(id);

        Shop.await(id, "EXPIRED");
        assertThat(reason(id)).isEqualTo("EXPIRED");
    }

    @Test
    void expiresWhenTheDonorDoesNotAnswerAndTakesTheRequestBack() {
        A1.answers(number.e164(), Policy.SILENT);
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, number);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !A1.received(id).isEmpty());

        letTimePass(id);

        Shop.await(id, "EXPIRED");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> A1.received(id).size() == 2);
        assertThat(A1.received(id).getLast().type()).isEqualTo("PortCancel");
    }

    @Test
    void startsOnceHoweverOftenTheSameRequestComes() {
        var request = Shop.creating().body(Shop.body(caseId, person, number));

        var first = request.post("/v1/portings");
        var second = request.post("/v1/portings");

        first.then().statusCode(201).header("Location", matchesPattern(".*/v1/portings/.+"));
        second.then().statusCode(201).body("id", equalTo(first.path("id")));
    }

    @Test
    void startsOnceWhenTwoShopsAskForOneNumberAtOnce() throws Exception {
        Callable<Integer> asking = () -> Shop.start(Shop.body(caseId, person, number)).statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var codes =
                    threads.invokeAll(Collections.nCopies(4, asking)).stream()
                            .map(done -> done.resultNow())
                            .toList();

            assertThat(codes).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @Test
    void doesNotStartForANumberThatIsOurs() {
        IdentityStandIn.confirm(caseId, person);
        Shop.await(Shop.started(caseId, person, number), "COMPLETED");

        Shop.start(Shop.body(caseId, person, number))
                .then()
                .statusCode(409)
                .body("code", equalTo("NUMBER_ALREADY_OURS"));
    }

    private static Received awaitMessage(UUID portingId, String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                VIVACOM.received(portingId).stream()
                                        .filter(message -> message.type().equals(type))
                                        .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static String reason(UUID id) {
        return Suite.await(Topic.PORTING, id, "PortingEnded").data().path("reason").asText();
    }

    private static void letTimePass(UUID id) {
        Database.ask("update port_in set due_at = requested_at where id = ? returning id", id);
    }

    @Test
    void givesANumberBackThatDoesNotWork() {
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, number);
        Shop.await(id, "COMPLETED");

        reverse(id, "ACTIVATION_FAILED").then().statusCode(200);

        Shop.await(id, "REVERSED");
        assertThat(A1.received(id))
                .extracting(Received::type)
                .endsWith("PortExecute", "PortReverse");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> Shop.servedBy(number).equals("A1"));
        reverse(id, "ACTIVATION_FAILED").then().statusCode(200);
    }

    @Test
    void givesNoNumberBackThatHasNotCome() {
        var id = Shop.started(caseId, person, number);

        reverse(id, "MISTAKE").then().statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
        reverse(id, "BOREDOM").then().statusCode(400);
    }

    private static Response reverse(UUID id, String ground) {
        return Shop.request()
                .body("{\"ground\":\"" + ground + "\"}")
                .post("/v1/portings/" + id + "/reversal");
    }
}
