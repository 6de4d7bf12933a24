package bg.telenor.pay.purchase;

import bg.telenor.kit.value.Msisdn;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Our channels show a customer what the number's bill pays for. */
@Path("/v1/purchase-searches")
@Tag(name = "Purchases", description = "What stores charged to a number")
class PurchaseSearchResource {

    /**
     * @param to exclusive
     * @param cursor {@code nextCursor} of the page before, or null for the first
     */
    @Schema(examples = "{\"number\":\"+359888000001\",\"from\":\"2026-03-01T00:00:00Z\"}")
    record SearchPurchases(
            @NotNull Msisdn number, Instant from, Instant to, @Size(max = 200) String cursor) {}

    private final PurchaseHistory history;

    PurchaseSearchResource(PurchaseHistory history) {
        this.history = history;
    }

    @POST
    @PermissionsAllowed("purchases.search")
    @Operation(
            operationId = "searchPurchases",
            summary = "What the number's present holder bought, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "At most 50 purchases; none when nobody holds the number")
    @APIResponse(responseCode = "400", description = "CURSOR_NOT_VALID")
    public PurchasePage search(@Valid @NotNull SearchPurchases query) {
        return PurchasePage.of(
                history.search(
                        query.number(),
                        query.from(),
                        query.to(),
                        PurchaseCursor.read(query.cursor())));
    }
}
