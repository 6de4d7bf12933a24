package bg.telenor.consent.holdings;

import bg.telenor.consent.domain.Holding;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class HoldingRepository implements PanacheRepositoryBase<HoldingEntity, UUID> {

    List<Holding> ofNumber(SubjectRef number) {
        return stream("numberRef", number.value()).map(HoldingEntity::toDomain).toList();
    }

    /** The newest first. */
    List<Holding> ofPerson(SubjectRef person) {
        return stream("personRef = ?1 order by heldFrom desc", person.value())
                .map(HoldingEntity::toDomain)
                .toList();
    }

    /** Until the transaction ends, nobody else changes who holds the number. */
    void lock(SubjectRef number) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, number.value())
                .getSingleResult();
    }
}
