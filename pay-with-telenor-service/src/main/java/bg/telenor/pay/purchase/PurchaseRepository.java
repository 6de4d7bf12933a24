package bg.telenor.pay.purchase;

import bg.telenor.pay.domain.SpendingLimits.Window;
import bg.telenor.pay.purchase.PurchaseEntity.Status;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PurchaseRepository implements PanacheRepositoryBase<PurchaseEntity, UUID> {

    /** One at a time, so that two refunds do not give back the same money. */
    Optional<PurchaseEntity> lock(StoreCall.Id transaction) {
        return find(
                        "integratorAccount = ?1 and transactionId = ?2",
                        transaction.integratorAccount(),
                        transaction.requestId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** What a holding spent within a window, less what was given back; in minor units. */
    long spent(UUID holdingId, String currency, Window window) {
        return getEntityManager()
                .createQuery(
                        """
                        select coalesce(sum(p.amountMinor - p.refundedMinor), 0) from PurchaseEntity p
                        where p.holdingId = ?1 and p.currency = ?2 and p.at >= ?3 and p.at < ?4
                          and p.status <> ?5\
                        """,
                        Long.class)
                .setParameter(1, holdingId)
                .setParameter(2, currency)
                .setParameter(3, window.from())
                .setParameter(4, window.until())
                .setParameter(5, Status.DECLINED)
                .getSingleResult();
    }

    /** The newest first, before a position in that order. */
    List<PurchaseEntity> page(
            UUID holdingId, Instant from, Instant until, PurchaseCursor before, int size) {
        return find(
                        """
                        holdingId = ?1 and at >= ?2 and at < ?3
                        and (at < ?4 or (at = ?4 and id < ?5)) order by at desc, id desc\
                        """,
                        holdingId,
                        from,
                        until,
                        before.at(),
                        before.id())
                .page(0, size)
                .list();
    }
}
