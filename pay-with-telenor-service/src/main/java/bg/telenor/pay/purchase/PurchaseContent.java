package bg.telenor.pay.purchase;

import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.DeclineReason;
import bg.telenor.pay.domain.Store;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of a purchase for the person: what was bought where, for how much, and given back.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PurchaseContent(
        Store store,
        String description,
        Money amount,
        Instant at,
        DeclineReason declined,
        List<Refund> refunds) {

    record Refund(Money amount, Instant at) {}

    PurchaseContent {
        refunds = List.copyOf(refunds);
    }

    PurchaseContent with(Refund refund) {
        return new PurchaseContent(
                store,
                description,
                amount,
                at,
                declined,
                Stream.concat(refunds.stream(), Stream.of(refund)).toList());
    }
}
