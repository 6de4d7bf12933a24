package bg.telenor.pay.purchase;

import bg.telenor.events.payment.PaymentEvent;
import bg.telenor.events.payment.PaymentEvent.ChargeCaptured;
import bg.telenor.events.payment.PaymentEvent.ChargeDeclined;
import bg.telenor.events.payment.PaymentEvent.ChargeRefunded;
import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.DeclineReason;
import bg.telenor.pay.domain.Purchase;
import java.time.Instant;
import java.util.UUID;

/**
 * What the other services hear of a purchase. The one place where our model meets the published
 * one.
 */
final class PurchaseEvents {

    private PurchaseEvents() {}

    /** Of what a store's charge came to. */
    static PaymentEvent decided(Purchase purchase) {
        var charge = purchase.charge();
        return switch (purchase) {
            case Purchase.Captured captured -> captured(charge);
            case Purchase.PartlyRefunded refunded -> captured(charge);
            case Purchase.Refunded refunded -> captured(charge);
            case Purchase.Declined declined ->
                    new ChargeDeclined(
                            charge.number(),
                            charge.id(),
                            charge.holdingId(),
                            charge.amount(),
                            reason(declined.reason()),
                            charge.at());
        };
    }

    static ChargeRefunded refunded(Purchase purchase, UUID refundId, Money amount, Instant at) {
        var charge = purchase.charge();
        return new ChargeRefunded(
                charge.number(), charge.id(), refundId, amount, purchase.remaining(), at);
    }

    private static ChargeCaptured captured(Purchase.Charge charge) {
        return new ChargeCaptured(
                charge.number(), charge.id(), charge.holdingId(), charge.amount(), charge.at());
    }

    private static ChargeDeclined.Reason reason(DeclineReason reason) {
        return switch (reason) {
            case EXCEEDS_TRANSACTION_LIMIT -> ChargeDeclined.Reason.EXCEEDS_TRANSACTION_LIMIT;
            case EXCEEDS_DAILY_LIMIT -> ChargeDeclined.Reason.EXCEEDS_DAILY_LIMIT;
            case EXCEEDS_MONTHLY_LIMIT -> ChargeDeclined.Reason.EXCEEDS_MONTHLY_LIMIT;
            case CURRENCY_NOT_SUPPORTED -> ChargeDeclined.Reason.CURRENCY_NOT_SUPPORTED;
            case ACCOUNT_CLOSED -> ChargeDeclined.Reason.ACCOUNT_CLOSED;
        };
    }
}
