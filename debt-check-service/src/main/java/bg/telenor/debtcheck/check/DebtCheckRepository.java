package bg.telenor.debtcheck.check;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DebtCheckRepository implements PanacheRepositoryBase<DebtCheckEntity, UUID> {

    Optional<DebtCheckEntity> findOf(String client, UUID id) {
        return find("id = ?1 and client = ?2", id, client).firstResultOptional();
    }

    Optional<DebtCheckEntity> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<DebtCheckEntity> lockWaiting(UUID caseId) {
        return find(
                        "caseId = ?1 and status = ?2 order by id",
                        caseId,
                        DebtCheckStatus.WAITING_FOR_IDENTITY)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
