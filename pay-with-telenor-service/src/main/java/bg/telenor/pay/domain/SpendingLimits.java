package bg.telenor.pay.domain;

import bg.telenor.kit.value.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How much a holding may spend in stores: per purchase, per day and per month, all in one currency.
 * A refund gives back the room that it took, on the day of the purchase.
 */
public record SpendingLimits(Money perPurchase, Money perDay, Money perMonth) {

    public SpendingLimits {
        if (perPurchase.exceeds(perDay) || perDay.exceeds(perMonth)) {
            throw new IllegalArgumentException("limits must grow from purchase to day to month");
        }
    }

    /** What was spent so far, less what was given back. */
    public record Spent(Money today, Money thisMonth) {}

    /** From when until when; the end is exclusive. */
    public record Window(Instant from, Instant until) {

        /** The calendar day around a moment; 23 or 25 hours when clocks change. */
        public static Window day(Instant at, ZoneId zone) {
            var day = at.atZone(zone).toLocalDate();
            return new Window(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant());
        }

        public static Window month(Instant at, ZoneId zone) {
            var first = at.atZone(zone).toLocalDate().withDayOfMonth(1);
            return new Window(
                    first.atStartOfDay(zone).toInstant(),
                    first.plus(1, ChronoUnit.MONTHS).atStartOfDay(zone).toInstant());
        }
    }

    /** Why an amount may not be spent, or empty when it may. */
    public Optional<DeclineReason> refuse(Money amount, Spent spent) {
        if (!amount.currency().equals(perPurchase.currency())) {
            return Optional.of(DeclineReason.CURRENCY_NOT_SUPPORTED);
        }
        // Checked first, so that the sums below cannot overflow.
        if (amount.exceeds(perPurchase)) {
            return Optional.of(DeclineReason.EXCEEDS_TRANSACTION_LIMIT);
        }
        if (spent.today().plus(amount).exceeds(perDay)) {
            return Optional.of(DeclineReason.EXCEEDS_DAILY_LIMIT);
        }
        if (spent.thisMonth().plus(amount).exceeds(perMonth)) {
            return Optional.of(DeclineReason.EXCEEDS_MONTHLY_LIMIT);
        }
        return Optional.empty();
    }

    /** Captures a charge or declines it. */
    public Purchase decide(Purchase.Charge charge, boolean accountOpen, Spent spent) {
        if (!accountOpen) {
            return new Purchase.Declined(charge, DeclineReason.ACCOUNT_CLOSED);
        }
        return refuse(charge.amount(), spent)
                .<Purchase>map(reason -> new Purchase.Declined(charge, reason))
                .orElseGet(() -> new Purchase.Captured(charge));
    }
}
