package bg.telenor.portability.portout;

import static bg.telenor.portability.Others.A1;
import static bg.telenor.portability.Others.VIVACOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.operator.PortingDesk;
import bg.telenor.counterparts.operator.PortingDesk.Received;
import bg.telenor.events.Topic;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.Database;
import bg.telenor.portability.Leaving;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.Shop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class PortOutApiTest {

    private final Egn person = Others.somebody();
    private final Msisdn number = Others.numberOfOurs();

    @Test
    void letsANumberGoToItsSubscribersNewOperator() {
        holds(person, number, Capacity.SUBSCRIBER);

        var portingId = ask(A1, person, number);

        awaitFrom(A1, portingId, "PortExecuted");
        assertThat(A1.received(portingId))
                .extracting(Received::type)
                .containsExactly("PortAcknowledge", "PortAccept", "PortExecuted");
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> Shop.servedBy(number).equals("A1"));
        Shop.lookUp(number).then().body("results[0].blockOperator", equalTo("TELENOR"));
        Suite.await(Topic.PORTING, ours(portingId), "PortingCompleted");
        assertThat(Suite.events(Topic.PORTING, ours(portingId)))
                .extracting(TopicRecord::type)
                .containsExactly(
                        "PortOutAsked", "PortingRequested", "PortingScheduled", "PortingCompleted");
    }

    @Test
    void doesNotGiveAnothersNumber() {
        assertThat(refusal(ask(A1, person, Others.numberOfA1()))).containsExactly("NOT_DONOR");
    }

    @Test
    void doesNotKnowANumberThatNobodyServes() {
        assertThat(refusal(ask(A1, person, new Msisdn("+35924000123"))))
                .containsExactly("NUMBER_UNKNOWN");
    }

    @Test
    void doesNotGiveANumberThatNobodyHolds() {
        assertThat(refusal(ask(A1, person, number))).containsExactly("NUMBER_INACTIVE");
    }

    @Test
    void doesNotGiveANumberWhoseHoldingHasEnded() {
        var holding = holds(person, number, Capacity.SUBSCRIBER);
        var ref = Suite.subjectRefs().of(number);
        Suite.send(SuiteService.CONSENT, new HoldingClosed(ref, holding, Instant.now()));
        awaitRow("select 1 from known_holding where id = ? and valid_until is not null", holding);

        assertThat(refusal(ask(A1, person, number))).containsExactly("NUMBER_INACTIVE");
    }

    @Test
    void doesNotGiveANumberToAStranger() {
        holds(person, number, Capacity.SUBSCRIBER);

        assertThat(refusal(ask(A1, Others.somebody(), number))).containsExactly("ID_MISMATCH");
        assertThat(Shop.servedBy(number)).isEqualTo("TELENOR");
    }

    @Test
    void doesNotGiveTheSubscribersNumberToItsUser() {
        var user = Others.somebody();
        holds(person, number, Capacity.SUBSCRIBER);
        holds(user, number, Capacity.USER);

        assertThat(refusal(ask(A1, user, number))).containsExactly("NOT_HOLDER");
    }

    @Test
    void promisesANumberToOneOperatorOnly() throws Exception {
        holds(person, number, Capacity.SUBSCRIBER);
        var first = UUID.randomUUID();
        VIVACOM.bring(VIVACOM.message(first, "PortRequest", request(person, number)));
        awaitRow("select 1 from port_out where porting_id = ? and status <> 'RECEIVED'", first);

        var second = UUID.randomUUID();
        A1.bring(A1.message(second, "PortRequest", request(person, number)));

        assertThat(refusal(second)).containsExactly("ALREADY_PORTING");
    }

    @Test
    void letsGoNoNumberThatItsRecipientCancelled() throws Exception {
        holds(person, number, Capacity.SUBSCRIBER);
        var portingId = UUID.randomUUID();
        A1.bring(A1.message(portingId, "PortRequest", request(person, number)));
        A1.bring(A1.message(portingId, "PortCancel", Map.of("ground", "CUSTOMER_WISH")));

        var answer = A1.bring(A1.message(portingId, "PortExecute", Map.of("route", "C28401")));

        assertThat(answer.body().path("code").asText()).isEqualTo("NOT_ALLOWED_NOW");
        assertThat(Shop.servedBy(number)).isEqualTo("TELENOR");
    }

    @Test
    void letsNoNumberGoBeforeItsWindow() throws Exception {
        holds(person, number, Capacity.SUBSCRIBER);
        var portingId = UUID.randomUUID();
        VIVACOM.bring(VIVACOM.message(portingId, "PortRequest", request(person, number)));
        Leaving.letTheHolderBeSilent(portingId);
        var from = Instant.now().plusSeconds(3600);
        VIVACOM.bring(
                VIVACOM.message(
                        portingId,
                        "PortSchedule",
                        Map.of(
                                "windowFrom", from.toString(),
                                "windowUntil", from.plusSeconds(3600).toString())));

        var answer =
                VIVACOM.bring(VIVACOM.message(portingId, "PortExecute", Map.of("route", "C28403")));

        assertThat(answer.body().path("code").asText()).isEqualTo("NOT_ALLOWED_NOW");
        assertThat(Shop.servedBy(number)).isEqualTo("TELENOR");
    }

    @Test
    void doesNotTakeARequestTwiceUnderOneId() throws Exception {
        var portingId = UUID.randomUUID();
        A1.bring(A1.message(portingId, "PortRequest", request(person, number)));

        var answer = A1.bring(A1.message(portingId, "PortRequest", request(person, number)));

        assertThat(answer.body().path("code").asText()).isEqualTo("NOT_ALLOWED_NOW");
    }

    @Test
    void keepsPortingsOfTwoOperatorsApartThatHaveOneId() throws Exception {
        var portingId = UUID.randomUUID();
        A1.bring(A1.message(portingId, "PortRequest", request(person, number)));

        var other =
                VIVACOM.bring(VIVACOM.message(portingId, "PortRequest", request(person, number)));

        assertThat(other.body().path("status").asText()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void answersNothingOfAPortingThatWasNeverAskedFor() throws Exception {
        var answer = A1.bring(A1.message(UUID.randomUUID(), "PortExecute", Map.of("route", "C1")));

        assertThat(answer.body().path("code").asText()).isEqualTo("UNKNOWN_PORTING");
    }

    private static UUID ask(PortingDesk operator, Egn person, Msisdn number) {
        return operator.request(
                List.of(number.e164()),
                Map.of("type", "EGN", "value", person.value()),
                "100003755");
    }

    private static Map<String, Object> request(Egn person, Msisdn number) {
        return Map.of(
                "numbers",
                List.of(number.e164()),
                "identifier",
                Map.of("type", "EGN", "value", person.value()),
                "documentNumber",
                "100003755",
                "contract",
                "PREPAID",
                "together",
                true);
    }

    private static List<String> refusal(UUID portingId) {
        var codes = awaitFrom(A1, portingId, "PortReject").body().path("codes");
        return codes.valueStream().map(code -> code.asText()).toList();
    }

    private static Received awaitFrom(PortingDesk operator, UUID portingId, String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                operator.received(portingId).stream()
                                        .filter(message -> message.type().equals(type))
                                        .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static UUID holds(Egn person, Msisdn number, Capacity capacity) {
        var id = UUID.randomUUID();
        var refs = Suite.subjectRefs();
        Suite.send(
                SuiteService.CONSENT,
                new HoldingOpened(
                        refs.of(number),
                        id,
                        refs.of(person),
                        capacity,
                        Instant.now().minusSeconds(3600)));
        awaitRow("select 1 from known_holding where id = ?", id);
        return id;
    }

    private static UUID ours(UUID portingId) {
        return (UUID) Database.ask("select id from port_out where porting_id = ?", portingId);
    }

    private static void awaitRow(String query, UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.ask(query, id) != null);
    }
}
