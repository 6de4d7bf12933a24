package bg.telenor.portability.protection;

import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PortLockRepository implements PanacheRepositoryBase<PortLockEntity, UUID> {

    Optional<PortLockEntity> ofHolding(UUID holding) {
        return find("holdingId", holding).firstResultOptional();
    }

    List<PortLockEntity> ofPerson(SubjectRef person) {
        return list("personRef = ?1 order by lockedAt, id", person.value());
    }

    /** Until the transaction ends, nobody else locks or unlocks a number by the holding. */
    void lock(UUID holding) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 4))")
                .setParameter(1, holding.toString())
                .getSingleResult();
    }
}
