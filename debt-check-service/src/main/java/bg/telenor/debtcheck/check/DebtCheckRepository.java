package bg.telenor.debtcheck.check;

import bg.telenor.kit.subject.SubjectRef;
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

    /** Whoever asks is due; there are few, and an index of just them. */
    List<DebtCheckEntity> lockAsking(UUID caseId, SubjectRef person) {
        return find(
                        "dueAt is not null and status = ?1 and caseId = ?2 and personRef = ?3"
                                + " order by id",
                        DebtCheckStatus.ASKING,
                        caseId,
                        person.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
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
