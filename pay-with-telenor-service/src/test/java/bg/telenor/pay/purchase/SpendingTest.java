package bg.telenor.pay.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.counterparts.google.CarrierCaller.Called;
import bg.telenor.events.Topic;
import bg.telenor.kit.local.ColumnKinds;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.pay.LedgerTables;
import bg.telenor.pay.Play;
import bg.telenor.pay.Shop;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "pay"))
class SpendingTest {

    @Inject SpendingConfig config;

    @Test
    void staysByDefaultWithinWhatNeedsNoPaymentLicence() {
        assertThat(config.perPurchase()).isEqualTo(50_00);
        assertThat(config.perDay()).isEqualTo(100_00);
        assertThat(config.perMonth()).isEqualTo(300_00);
        assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Sofia"));
    }

    @Test
    void declinesWhatIsMoreThanOnePurchaseMayCost() throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);

        var declined = Play.linked(number).capture(50_01);

        assertThat(declined.status()).isEqualTo(200);
        assertThat(declined.result()).isEqualTo("chargeExceedsTransactionLimit");
        assertThat(LedgerTables.owed(holding)).isZero();
        var purchase = Shop.purchases(number);
        assertThat(purchase.getString("purchases[0].declineReason"))
                .isEqualTo("EXCEEDS_TRANSACTION_LIMIT");
        var id = UUID.fromString(purchase.getString("purchases[0].id"));
        var event = Suite.await(Topic.PAYMENT, id, "ChargeDeclined");
        assertThat(event.data().path("reason").asText()).isEqualTo("EXCEEDS_TRANSACTION_LIMIT");
    }

    @Test
    void aRefundGivesBackTheRoomThatThePurchaseTook() {
        var number = Shop.newNumber();
        Shop.hold(number);
        var play = Play.linked(number);
        var captured = play.capture(50_00);
        play.capture(50_00);

        var declined = play.capture(50_00);
        Play.refund(captured, 50_00);
        var again = play.capture(50_00);

        assertThat(declined.result()).isEqualTo("chargeExceedsDailyLimit");
        assertThat(again.result()).isEqualTo("success");
    }

    @Test
    void twentyConcurrentCapturesStayWithinTheDailyLimit() throws Exception {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var play = Play.linked(number);
        Callable<Called> capture = () -> play.capture(10_00);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = threads.invokeAll(Stream.generate(() -> capture).limit(20).toList());

            assertThat(calls)
                    .extracting(call -> call.get().result())
                    .filteredOn("success"::equals)
                    .hasSize(10);
            assertThat(calls)
                    .extracting(call -> call.get().result())
                    .filteredOn("chargeExceedsDailyLimit"::equals)
                    .hasSize(10);
        }
        assertThat(LedgerTables.owed(holding)).isEqualTo(100_00);
        assertThat(LedgerTables.unbalanced()).isZero();
    }

    @Test
    void declinesAnotherCurrency() throws SQLException {
        var number = Shop.newNumber();
        var holding = Shop.hold(number);
        var play = Play.linked(number);

        var dollars = Play.call("capture", play.captureRequest("4990000", "USD"));
        var yen = Play.call("capture", play.captureRequest("499000000", "JPY"));

        assertThat(dollars.result()).isEqualTo("accountDoesNotSupportCurrency");
        assertThat(yen.result()).isEqualTo("accountDoesNotSupportCurrency");
        assertThat(LedgerTables.owed(holding)).isZero();
    }

    @Test
    void theDatabaseRefusesATransactionThatDoesNotBalance() throws SQLException {
        try (var connection = LedgerTables.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    insert into ledger_account (id, kind, owner, currency, opened_at)
                    values ('00000000-0000-0000-0000-00000000000a', 'CUSTOMER', 'nobody', 'EUR', now());
                    insert into ledger_transaction (id, kind, cause, at)
                    values ('00000000-0000-0000-0000-00000000000b', 'CAPTURE', gen_random_uuid(), now());
                    insert into ledger_entry (transaction_id, account_id, side, amount_minor, currency)
                    values ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', 'DEBIT', 499, 'EUR'),
                           ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', 'CREDIT', 498, 'EUR')\
                    """);

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(connection::commit)
                    .withMessageContaining("does not balance");
        }
    }

    @Test
    void theDatabaseRefusesToChangeTheLedger() throws SQLException {
        try (var connection = LedgerTables.connect();
                var statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("update ledger_entry set amount_minor = 1"))
                    .withMessageContaining("append-only");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("delete from ledger_transaction"))
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void everyColumnSaysOfWhatKindItIs() {
        ColumnKinds.check(Suite.databaseUrl("pay"), "pay_owner", Suite.ownerPassword());
    }
}
