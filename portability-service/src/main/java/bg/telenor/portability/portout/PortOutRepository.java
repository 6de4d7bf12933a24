package bg.telenor.portability.portout;

import bg.telenor.kit.value.OperatorCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PortOutRepository implements PanacheRepositoryBase<PortOutEntity, UUID> {

    Optional<PortOutEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<PortOutEntity> locked(OperatorCode recipient, UUID portingId) {
        return find("recipient = ?1 and portingId = ?2", recipient.value(), portingId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
