package bg.telenor.pay.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.google.CarrierCaller.Called;
import bg.telenor.counterparts.google.Misbehaviour;
import bg.telenor.events.Topic;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.pay.LedgerTables;
import bg.telenor.pay.Play;
import bg.telenor.pay.Shop;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "pay"))
class PurchaseJourneyTest {

    @Test
    void chargesAPurchaseAndGivesItBackInTwoParts() throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var play = Play.linked(number);

        var captured = play.capture(499);
        var first = Play.refund(captured, 100);
        var owedBetween = LedgerTables.owed(holding);
        var second = Play.refund(captured, 399);

        assertThat(captured.result()).isEqualTo("success");
        assertThat(first.result()).isEqualTo("success");
        assertThat(owedBetween).isEqualTo(399);
        assertThat(second.result()).isEqualTo("success");
        assertThat(LedgerTables.owed(holding)).isZero();
        assertThat(LedgerTables.unbalanced()).isZero();
        var purchase = Shop.purchases(number);
        assertThat(purchase.getList("purchases")).hasSize(1);
        assertThat(purchase.getString("purchases[0].status")).isEqualTo("REFUNDED");
        assertThat(purchase.getString("purchases[0].description")).isEqualTo("A game with a sword");
        assertThat(purchase.getInt("purchases[0].amount.amountMinor")).isEqualTo(499);
        assertThat(purchase.getInt("purchases[0].refunded.amountMinor")).isEqualTo(499);
    }

    @Test
    void tellsTheOthersWhatHappened() {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var play = Play.linked(number);

        Play.refund(play.capture(499), 100);

        var id = UUID.fromString(Shop.purchases(number).getString("purchases[0].id"));
        var captured = Suite.await(Topic.PAYMENT, id, "ChargeCaptured");
        var refunded = Suite.await(Topic.PAYMENT, id, "ChargeRefunded");
        assertThat(captured.key()).isEqualTo(Shop.ref(number).value());
        assertThat(captured.data().path("holdingId").asText()).isEqualTo(holding.toString());
        assertThat(captured.data().at("/amount/amountMinor").asLong()).isEqualTo(499);
        assertThat(refunded.data().at("/remaining/amountMinor").asLong()).isEqualTo(399);
        Suite.await(Topic.INTAKE, id, "DataReceived");
        assertThat(captured.text()).doesNotContain(number.e164()).doesNotContain("sword");
    }

    @Test
    void refusesToGiveBackMoreThanRemains() throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var captured = Play.linked(number).capture(499);
        Play.refund(captured, 100);

        var refused = Play.refund(captured, 400);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("PRECONDITION_VIOLATION");
        assertThat(LedgerTables.owed(holding)).isEqualTo(399);
    }

    @Test
    void concurrentRefundsNeverGiveBackMoreThanWasCharged() throws Exception {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var captured = Play.linked(number).capture(500);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Called> refund = () -> Play.refund(captured, 100);
            threads.invokeAll(Stream.generate(() -> refund).limit(10).toList());
        }

        assertThat(LedgerTables.owed(holding)).isZero();
        assertThat(Shop.purchases(number).getString("purchases[0].status")).isEqualTo("REFUNDED");
    }

    @Test
    void givesNothingBackOfAPurchaseThatIsNotKnown() {
        var number = Shop.newNumber();
        Shop.hold(number);
        var play = Play.linked(number);
        var declined = play.capture(50_01);

        var ofDeclined = Play.refund(declined, 100);
        var ofNothing =
                Play.call(
                        "refund",
                        Play.refundRequest(declined, 100).put("transactionId", "G:unheard-of"));

        assertThat(ofDeclined.errorCode()).isEqualTo("PRECONDITION_VIOLATION");
        assertThat(ofNothing.status()).isEqualTo(404);
        assertThat(ofNothing.errorCode()).isEqualTo("INVALID_IDENTIFIER");
    }

    @Test
    void hasOneEffectWhenTheSameRequestComesAgain() throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var request = Play.linked(number).captureRequest(499);

        var first = Play.call("capture", request);
        var again = Play.call("capture", request);
        var refund = Play.refundRequest(first, 100);
        var firstRefund = Play.call("refund", refund);
        var againRefund = Play.call("refund", refund);

        assertThat(again).isEqualTo(first);
        assertThat(againRefund).isEqualTo(firstRefund);
        assertThat(LedgerTables.purchases(holding)).isEqualTo(1);
        assertThat(LedgerTables.owed(holding)).isEqualTo(399);
    }

    @Test
    void hasOneEffectWhenTheSameRequestComesAtOnce() throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var request = Play.linked(number).captureRequest(499);

        var answer = Play.google().call("capture", request, Misbehaviour.DUPLICATE);

        assertThat(answer.result()).isEqualTo("success");
        assertThat(LedgerTables.purchases(holding)).isEqualTo(1);
        assertThat(LedgerTables.owed(holding)).isEqualTo(499);
    }

    @Test
    void refusesARequestIdThatWasUsedForAnotherBody() throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var play = Play.linked(number);
        var captured = play.capture(499);
        var other = play.captureRequest(500);
        other.withObject("/requestHeader").put("requestId", captured.requestId());

        var refused = Play.call("capture", other);

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.errorCode()).isEqualTo("IDEMPOTENCY_VIOLATION");
        assertThat(LedgerTables.owed(holding)).isEqualTo(499);
    }

    @Test
    void showsTheNewHolderOfANumberNothingOfTheOldOne() throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var play = Play.linked(number);
        play.capture(499);

        Shop.endHolding(number, holding, Instant.now());
        var next = Shop.hold(number, Capacity.SUBSCRIBER, Instant.now());
        Shop.offered(number);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Shop.purchases(number).getList("purchases").isEmpty());
        var late = play.capture(499);

        assertThat(late.result()).isEqualTo("accountClosed");
        assertThat(LedgerTables.owed(holding)).isEqualTo(499);
        assertThat(LedgerTables.owed(next)).isZero();
        assertThat(Shop.purchases(number).getList("purchases")).isEmpty();
    }

    @Test
    void keepsASubscriberFromWhatTheRegisteredUserBought() {
        var number = Shop.newNumber();
        Shop.hold(number);
        Play.linked(number).capture(499);

        Shop.hold(number, Capacity.USER, Instant.now().minusSeconds(30));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Shop.purchases(number).getList("purchases").isEmpty());
    }

    @Test
    void findsPurchasesPageByPage() {
        var number = Shop.newNumber();
        Shop.hold(number);
        var play = Play.linked(number);
        IntStream.range(0, 51).forEach(i -> play.capture(1));

        var first = Shop.purchases(number);
        var second =
                Shop.search(
                                Map.of(
                                        "number", number.e164(),
                                        "cursor", first.getString("nextCursor")))
                        .jsonPath();

        assertThat(first.getList("purchases")).hasSize(50);
        assertThat(second.getList("purchases")).hasSize(1);
        assertThat(second.getString("nextCursor")).isNull();
        assertThat(first.<String>getList("purchases.id"))
                .doesNotContain(second.getString("purchases[0].id"));
    }

    @Test
    void findsPurchasesOfATime() {
        var number = Shop.newNumber();
        Shop.hold(number);
        Play.linked(number).capture(499);
        var now = Instant.now();

        var before = Shop.search(Map.of("number", number.e164(), "to", now.plusSeconds(5) + ""));
        var after = Shop.search(Map.of("number", number.e164(), "from", now.plusSeconds(5) + ""));
        var ever =
                Shop.search(
                        Map.of(
                                "number", number.e164(),
                                "from", Instant.MIN.toString(),
                                "to", Instant.MAX.toString()));

        assertThat(before.jsonPath().getList("purchases")).hasSize(1);
        assertThat(after.jsonPath().getList("purchases")).isEmpty();
        assertThat(ever.jsonPath().getList("purchases")).hasSize(1);
    }
}
