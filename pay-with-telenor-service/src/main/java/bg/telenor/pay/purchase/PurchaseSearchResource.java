package bg.telenor.pay.purchase;

import bg.telenor.kit.value.Money;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.pay.domain.DeclineReason;
import bg.telenor.pay.domain.Purchase;
import bg.telenor.pay.domain.Store;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Our channels show a customer what the number's bill pays for. */
@Path("/v1/purchase-searches")
@Tag(name = "Purchases", description = "What stores charged to a number")
class PurchaseSearchResource {

    private static final String REQUEST =
            """
            {"number": "+359888000001", "from": "2026-03-01T00:00:00Z"}\
            """;
    private static final String ANSWER =
            """
            {"purchases": [{"id": "3c8a5f7e-5d0a-4f5e-8f6e-6f0f9d1cc003", "store": "GOOGLE_PLAY",
              "description": "A game", "amount": {"amountMinor": 499, "currency": "EUR"},
              "refunded": {"amountMinor": 100, "currency": "EUR"}, "status": "PARTLY_REFUNDED",
              "at": "2026-03-02T12:00:00Z"}]}\
            """;

    /**
     * @param to exclusive
     * @param cursor {@code nextCursor} of the page before, or null for the first
     */
    record SearchPurchases(
            @NotNull Msisdn number, Instant from, Instant to, @Size(max = 200) String cursor) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PurchaseView(
            UUID id,
            Store store,
            String description,
            Money amount,
            Money refunded,
            String status,
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
                    PurchaseEntity.Status.of(purchase).name(),
                    purchase instanceof Purchase.Declined declined ? declined.reason() : null,
                    charge.at());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PurchasePage(List<PurchaseView> purchases, String nextCursor) {

        static PurchasePage of(PurchaseHistory.Page page) {
            return new PurchasePage(
                    page.items().stream().map(PurchaseView::of).toList(),
                    page.next().map(PurchaseCursor::write).orElse(null));
        }
    }

    private final PurchaseHistory history;

    PurchaseSearchResource(PurchaseHistory history) {
        this.history = history;
    }

    @POST
    @PermissionsAllowed("purchases.search")
    @Operation(
            operationId = "searchPurchases",
            summary = "What the number's present holder bought, the newest first")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "search", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "At most 50 purchases; none when nobody holds the number",
            content = @Content(examples = @ExampleObject(name = "found", value = ANSWER)))
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST, CURSOR_NOT_VALID")
    public PurchasePage search(@Valid @NotNull SearchPurchases query) {
        return PurchasePage.of(
                history.search(
                        query.number(),
                        query.from(),
                        query.to(),
                        PurchaseCursor.read(query.cursor())));
    }
}
