package bg.telenor.consent.rights;

import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RightsRequestRepository implements PanacheRepositoryBase<RightsRequestEntity, UUID> {

    boolean hasOpen(SubjectRef person) {
        return count(
                        "personRef = ?1 and status in ?2",
                        person.value(),
                        List.of(
                                RightsRequestEntity.Status.ANNOUNCED,
                                RightsRequestEntity.Status.OPEN))
                > 0;
    }

    /** Answers come in several at once: whoever looks whether all are there looks alone. */
    Optional<RightsRequestEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
