package bg.telenor.pay.domain;

import static bg.telenor.pay.domain.PurchaseTest.CHARGE;
import static bg.telenor.pay.domain.PurchaseTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.Posting.Entry;
import bg.telenor.pay.domain.Posting.Side;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingTest {

    private static final Posting.Account CUSTOMER =
            new Posting.Account.Customer(CHARGE.holdingId());
    private static final Posting.Account STORE = new Posting.Account.Payable(Store.GOOGLE_PLAY);

    @Test
    void aCaptureMakesTheCustomerOweUsAndUsOweTheStore() {
        var posting = Posting.capture(UUID.randomUUID(), CHARGE);

        assertThat(posting.entries())
                .containsExactly(
                        new Entry(CUSTOMER, Side.DEBIT, Money.eur(499)),
                        new Entry(STORE, Side.CREDIT, Money.eur(499)));
        assertThat(posting.cause()).isEqualTo(CHARGE.id());
    }

    @Test
    void aRefundReversesAsMuchAsIsGivenBack() {
        var refundId = UUID.randomUUID();

        var posting = Posting.refund(UUID.randomUUID(), CHARGE, refundId, Money.eur(100), NOON);

        assertThat(posting.entries())
                .containsExactly(
                        new Entry(STORE, Side.DEBIT, Money.eur(100)),
                        new Entry(CUSTOMER, Side.CREDIT, Money.eur(100)));
        assertThat(posting.cause()).isEqualTo(refundId);
    }

    @Test
    void refusesWhatDoesNotBalance() {
        var entries =
                List.of(
                        new Entry(CUSTOMER, Side.DEBIT, Money.eur(499)),
                        new Entry(STORE, Side.CREDIT, Money.eur(498)));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> posting(entries))
                .withMessage("posting does not balance");
    }

    @Test
    void refusesASingleSide() {
        var entries =
                List.of(
                        new Entry(CUSTOMER, Side.DEBIT, Money.eur(1)),
                        new Entry(STORE, Side.DEBIT, Money.eur(1)));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> posting(entries))
                .withMessage("posting does not balance");
    }

    private static Posting posting(List<Entry> entries) {
        return new Posting(
                UUID.randomUUID(), Posting.Kind.CAPTURE, UUID.randomUUID(), NOON, entries);
    }
}
