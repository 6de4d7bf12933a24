package bg.telenor.pay.purchase;

import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.DeclineReason;
import bg.telenor.pay.domain.Purchase;
import bg.telenor.pay.domain.Store;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a search.
 *
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        examples =
                """
                {"purchases":[{"id":"3c8a5f7e-5d0a-4f5e-8f6e-6f0f9d1cc003",
                  "store":"GOOGLE_PLAY","description":"A game",
                  "amount":{"amountMinor":499,"currency":"EUR"},
                  "refunded":{"amountMinor":100,"currency":"EUR"},
                  "status":"PARTLY_REFUNDED","at":"2026-03-02T12:00:00Z"}]}\
                """)
record PurchasePage(List<PurchaseView> purchases, String nextCursor) {

    static PurchasePage of(PurchaseHistory.Page page) {
        return new PurchasePage(
                page.items().stream().map(PurchaseView::of).toList(),
                page.next().map(PurchaseCursor::write).orElse(null));
    }

    /** What a store charged, or was refused. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PurchaseView(
            UUID id,
            Store store,
            String description,
            Money amount,
            Money refunded,
            PurchaseEntity.Status status,
            DeclineReason declineReason,
            Instant at) {

        static PurchaseView of(PurchaseHistory.Item item) {
            var purchase = item.purchase();
            var charge = purchase.charge();
            return new PurchaseView(
                    charge.id(),
                    charge.store(),
                    item.description().orElse(null),
                    charge.amount(),
                    purchase.refunded(),
                    PurchaseEntity.Status.of(purchase),
                    purchase instanceof Purchase.Declined declined ? declined.reason() : null,
                    charge.at());
        }
    }
}
