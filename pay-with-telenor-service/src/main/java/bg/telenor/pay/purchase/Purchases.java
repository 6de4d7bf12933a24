package bg.telenor.pay.purchase;

import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.Posting;
import bg.telenor.pay.domain.Purchase;
import bg.telenor.pay.domain.SpendingLimits.Spent;
import bg.telenor.pay.domain.SpendingLimits.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All purchases. Each method takes part in the transaction that also remembers the store's request:
 * the state, the ledger, the record and the event are saved together or not at all.
 */
@ApplicationScoped
public class Purchases {

    private final PurchaseRepository repository;
    private final Ledger ledger;
    private final Records records;
    private final Evidence evidence;
    private final Outbox outbox;
    private final SpendingConfig spending;
    private final Clock clock;

    Purchases(
            PurchaseRepository repository,
            Ledger ledger,
            Records records,
            Evidence evidence,
            Outbox outbox,
            SpendingConfig spending,
            Clock clock) {
        this.repository = repository;
        this.ledger = ledger;
        this.records = records;
        this.evidence = evidence;
        this.outbox = outbox;
        this.spending = spending;
        this.clock = clock;
    }

    /** Charges a holding, or declines to. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Purchase capture(StoreCall.Capture call) {
        var offer = call.link().offer();
        var limits = spending.limits();
        var currency = limits.perPurchase().currency();
        // Before the clock is read: who waited for the lock spends in the day that it is then.
        ledger.lock(new Posting.Account.Customer(offer.holdingId()), currency, clock.instant());
        var charge =
                new Purchase.Charge(
                        UUID.randomUUID(),
                        offer.id(),
                        offer.holdingId(),
                        offer.number(),
                        offer.store(),
                        call.amount(),
                        clock.instant());
        var purchase = limits.decide(charge, call.accountOpen(), spent(charge, currency));
        var entity = new PurchaseEntity().write(purchase);
        entity.integratorAccount = call.id().integratorAccount();
        entity.transactionId = call.id().requestId();
        repository.persist(entity);
        if (purchase instanceof Purchase.Captured) {
            ledger.post(Posting.capture(UUID.randomUUID(), charge));
        }
        keep(charge, content(purchase, call.description()));
        evidence.append(decision(charge, entity));
        outbox.publish(PurchaseEvents.decided(purchase));
        return purchase;
    }

    /**
     * Gives back a part of a purchase or all of it; empty when there is no such purchase.
     *
     * @throws Purchase.RefundTooLarge when it is more than remains
     * @throws bg.telenor.pay.domain.IllegalMove when nothing was charged
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Purchase> refund(StoreCall.Refund call) {
        return repository.lock(call.transaction()).map(entity -> refund(entity, call));
    }

    private Purchase refund(PurchaseEntity entity, StoreCall.Refund call) {
        var now = clock.instant();
        var purchase = entity.toDomain().refund(call.amount());
        entity.write(purchase);
        var refund = row(entity, call, now);
        repository.getEntityManager().persist(refund);
        var charge = purchase.charge();
        ledger.post(Posting.refund(UUID.randomUUID(), charge, refund.id, call.amount(), now));
        // The money is the person's claim.
        records.open(
                        RecordType.PURCHASE,
                        entity.id,
                        PurchaseContent.class,
                        Records.Despite.LEGAL_CLAIM)
                .map(content -> content.with(new PurchaseContent.Refund(call.amount(), now)))
                .ifPresent(content -> keep(charge, content));
        outbox.publish(PurchaseEvents.refunded(purchase, refund.id, call.amount(), now));
        return purchase;
    }

    private Spent spent(Purchase.Charge charge, String currency) {
        return new Spent(
                spent(charge, currency, Window.day(charge.at(), spending.zone())),
                spent(charge, currency, Window.month(charge.at(), spending.zone())));
    }

    private Money spent(Purchase.Charge charge, String currency, Window window) {
        return new Money(repository.spent(charge.holdingId(), currency, window), currency);
    }

    private void keep(Purchase.Charge charge, PurchaseContent content) {
        records.keep(
                new Kept(
                        RecordType.PURCHASE,
                        charge.id(),
                        charge.number(),
                        Purpose.PAY_WITH_TELENOR,
                        Source.GOOGLE_PLAY,
                        null),
                content);
    }

    private static PurchaseContent content(Purchase purchase, String description) {
        var charge = purchase.charge();
        var declined = purchase instanceof Purchase.Declined d ? d.reason() : null;
        return new PurchaseContent(
                charge.store(), description, charge.amount(), charge.at(), declined, List.of());
    }

    private static Evidence.Entry decision(Purchase.Charge charge, PurchaseEntity entity) {
        return new Evidence.Entry(
                Evidence.Action.DECISION,
                RecordType.PURCHASE,
                charge.id(),
                charge.number(),
                Purpose.PAY_WITH_TELENOR,
                null,
                Map.of("outcome", entity.status.name()));
    }

    private static RefundEntity row(PurchaseEntity entity, StoreCall.Refund call, Instant now) {
        var refund = new RefundEntity();
        refund.id = UUID.randomUUID();
        refund.purchaseId = entity.id;
        refund.integratorAccount = call.id().integratorAccount();
        refund.transactionId = call.id().requestId();
        refund.amountMinor = call.amount().minor();
        refund.at = now;
        return refund;
    }
}
