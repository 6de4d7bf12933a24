package bg.telenor.pay.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The life of one purchase that a store charges to a number's holding.
 *
 * <pre>
 * Captured → PartlyRefunded → Refunded
 *     └───────────────────────↑
 * Declined
 * </pre>
 *
 * A state is a record; the moves that it allows are the methods that it overrides. Every other move
 * is refused here.
 */
public sealed interface Purchase {

    Charge charge();

    /** What the store gave back so far. */
    Money refunded();

    /** What the customer pays for it as things stand. */
    Money remaining();

    /**
     * Gives a part back, or all that remains.
     *
     * @throws RefundTooLarge when it is more than what remains
     */
    default Purchase refund(Money amount) {
        throw new IllegalMove((Record) this, "purchase", "refund");
    }

    /** What the store asked for; it never changes. */
    record Charge(
            UUID id,
            UUID linkId,
            UUID holdingId,
            SubjectRef number,
            Store store,
            Money amount,
            Instant at) {

        public Charge {
            requireNonNull(id, "id is null");
            requireNonNull(linkId, "linkId is null");
            requireNonNull(holdingId, "holdingId is null");
            requireNonNull(number, "number is null");
            requireNonNull(store, "store is null");
            requireNonNull(at, "at is null");
            requirePositive(amount);
        }
    }

    record Captured(Charge charge) implements Purchase {

        @Override
        public Money refunded() {
            return zero(charge);
        }

        @Override
        public Money remaining() {
            return charge.amount();
        }

        @Override
        public Purchase refund(Money amount) {
            return afterRefund(this, amount);
        }
    }

    record PartlyRefunded(Charge charge, Money refunded) implements Purchase {

        public PartlyRefunded {
            requirePositive(refunded);
            if (!charge.amount().exceeds(refunded)) {
                throw new IllegalArgumentException("nothing remains of the purchase");
            }
        }

        @Override
        public Money remaining() {
            return charge.amount().minus(refunded);
        }

        @Override
        public Purchase refund(Money amount) {
            return afterRefund(this, amount);
        }
    }

    record Refunded(Charge charge) implements Purchase {

        @Override
        public Money refunded() {
            return charge.amount();
        }

        @Override
        public Money remaining() {
            return zero(charge);
        }

        @Override
        public Purchase refund(Money amount) {
            throw new RefundTooLarge();
        }
    }

    record Declined(Charge charge, DeclineReason reason) implements Purchase {

        public Declined {
            requireNonNull(reason, "reason is null");
        }

        @Override
        public Money refunded() {
            return zero(charge);
        }

        @Override
        public Money remaining() {
            return zero(charge);
        }
    }

    /** A refund of more than what remains of the purchase, or in another currency. */
    final class RefundTooLarge extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        RefundTooLarge() {
            super("refund is larger than what remains of the purchase");
        }
    }

    private static Purchase afterRefund(Purchase purchase, Money amount) {
        requirePositive(amount);
        var charge = purchase.charge();
        if (!amount.currency().equals(charge.amount().currency())
                || amount.exceeds(purchase.remaining())) {
            throw new RefundTooLarge();
        }
        var refunded = purchase.refunded().plus(amount);
        return refunded.equals(charge.amount())
                ? new Refunded(charge)
                : new PartlyRefunded(charge, refunded);
    }

    private static Money zero(Charge charge) {
        return new Money(0, charge.amount().currency());
    }

    private static void requirePositive(Money amount) {
        if (amount.minor() == 0) {
            throw new IllegalArgumentException("amount is zero");
        }
    }
}
