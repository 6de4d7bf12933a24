package bg.telenor.portability.portin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PortInRepository implements PanacheRepositoryBase<PortInEntity, UUID> {

    Optional<PortInEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<PortInEntity> waitingFor(UUID caseId) {
        return find("caseId = ?1 and status = ?2", caseId, PortInStatus.WAITING_FOR_IDENTITY)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
