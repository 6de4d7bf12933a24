package bg.telenor.pay.purchase;

import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.StoreLink;

/** What a store asks of us, read and checked at its edge. */
public final class StoreCall {

    private StoreCall() {}

    /** The store's name for a call, unique with our account at the store. */
    public record Id(String integratorAccount, String requestId) {}

    /**
     * @param accountOpen whether the link's holding may be charged at the moment
     */
    public record Capture(
            Id id, StoreLink link, boolean accountOpen, Money amount, String description) {}

    /**
     * @param transaction the capture
     */
    public record Refund(Id id, Id transaction, Money amount) {}
}
