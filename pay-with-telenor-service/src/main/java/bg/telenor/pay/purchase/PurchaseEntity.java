package bg.telenor.pay.purchase;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.DeclineReason;
import bg.telenor.pay.domain.Purchase;
import bg.telenor.pay.domain.Store;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One row of {@code purchase}. It holds no rules: it only becomes, and comes from, a {@link
 * Purchase}.
 */
@Entity
@Table(name = "purchase")
class PurchaseEntity {

    /** A state as the row says it. */
    @Schema(name = "PurchaseStatus")
    enum Status {
        CAPTURED,
        PARTLY_REFUNDED,
        REFUNDED,
        DECLINED;

        static Status of(Purchase purchase) {
            return switch (purchase) {
                case Purchase.Captured p -> CAPTURED;
                case Purchase.PartlyRefunded p -> PARTLY_REFUNDED;
                case Purchase.Refunded p -> REFUNDED;
                case Purchase.Declined p -> DECLINED;
            };
        }
    }

    @Id UUID id;
    String integratorAccount;
    String transactionId;
    UUID linkId;
    UUID holdingId;
    String numberRef;

    @Enumerated(EnumType.STRING)
    Store store;

    long amountMinor;
    long refundedMinor;
    String currency;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    DeclineReason declineReason;

    Instant at;
    @Version int version;

    Purchase toDomain() {
        var charge =
                new Purchase.Charge(
                        id,
                        linkId,
                        holdingId,
                        new SubjectRef(numberRef),
                        store,
                        new Money(amountMinor, currency),
                        at);
        return switch (status) {
            case CAPTURED -> new Purchase.Captured(charge);
            case PARTLY_REFUNDED ->
                    new Purchase.PartlyRefunded(charge, new Money(refundedMinor, currency));
            case REFUNDED -> new Purchase.Refunded(charge);
            case DECLINED -> new Purchase.Declined(charge, declineReason);
        };
    }

    PurchaseEntity write(Purchase purchase) {
        var charge = purchase.charge();
        id = charge.id();
        linkId = charge.linkId();
        holdingId = charge.holdingId();
        numberRef = charge.number().value();
        store = charge.store();
        amountMinor = charge.amount().minor();
        currency = charge.amount().currency();
        at = charge.at();
        refundedMinor = purchase.refunded().minor();
        status = Status.of(purchase);
        if (purchase instanceof Purchase.Declined declined) {
            declineReason = declined.reason();
        }
        return this;
    }
}
