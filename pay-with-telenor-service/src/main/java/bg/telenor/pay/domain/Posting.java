package bg.telenor.pay.domain;

import static bg.telenor.pay.domain.Posting.Side.CREDIT;
import static bg.telenor.pay.domain.Posting.Side.DEBIT;
import static java.util.Objects.requireNonNull;

import bg.telenor.kit.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One transaction of the double-entry ledger: what it debits, it credits. A capture makes the
 * customer owe us and us owe the store; a refund reverses as much of that as is given back.
 * Postings are never changed or taken away.
 *
 * @param cause the purchase or refund that it stands for
 */
public record Posting(UUID id, Kind kind, UUID cause, Instant at, List<Entry> entries) {

    public Posting {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(at, "at is null");
        entries = List.copyOf(entries);
        if (entries.size() < 2 || !sum(entries, DEBIT).equals(sum(entries, CREDIT))) {
            throw new IllegalArgumentException("posting does not balance");
        }
    }

    /** Why money moved. */
    public enum Kind {
        CAPTURE,
        REFUND
    }

    public enum Side {
        DEBIT,
        CREDIT
    }

    /** Whose money it is about. */
    public sealed interface Account {

        /** What the holder of a number owes us for purchases. */
        record Customer(UUID holdingId) implements Account {}

        /** What we owe a store. */
        record Payable(Store store) implements Account {}
    }

    public record Entry(Account account, Side side, Money amount) {

        public Entry {
            requireNonNull(account, "account is null");
            requireNonNull(side, "side is null");
            if (amount.minor() == 0) {
                throw new IllegalArgumentException("an entry moves something");
            }
        }
    }

    public static Posting capture(UUID id, Purchase.Charge charge) {
        return new Posting(
                id,
                Kind.CAPTURE,
                charge.id(),
                charge.at(),
                List.of(
                        new Entry(customer(charge), DEBIT, charge.amount()),
                        new Entry(store(charge), CREDIT, charge.amount())));
    }

    public static Posting refund(
            UUID id, Purchase.Charge charge, UUID refundId, Money amount, Instant at) {
        return new Posting(
                id,
                Kind.REFUND,
                refundId,
                at,
                List.of(
                        new Entry(store(charge), DEBIT, amount),
                        new Entry(customer(charge), CREDIT, amount)));
    }

    private static Account customer(Purchase.Charge charge) {
        return new Account.Customer(charge.holdingId());
    }

    private static Account store(Purchase.Charge charge) {
        return new Account.Payable(charge.store());
    }

    private static Money sum(List<Entry> entries, Side side) {
        return entries.stream()
                .filter(entry -> entry.side() == side)
                .map(Entry::amount)
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("posting does not balance"));
    }
}
