package bg.telenor.consent.consents;

import bg.telenor.consent.domain.Consent;
import bg.telenor.events.consent.ConsentEvent.Status;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<ConsentEntity, UUID> {

    boolean isGiven(Consent.Agreement agreement) {
        return ofSubject(agreement.subject()).stream()
                .filter(row -> row.status == Status.GIVEN && row.purpose == agreement.purpose())
                .anyMatch(row -> Objects.equals(row.holdingId, agreement.holdingId()));
    }

    /** The oldest first. */
    List<ConsentEntity> ofSubject(SubjectRef subject) {
        return list("subjectRef = ?1 order by givenAt, id", subject.value());
    }

    /** The newest first. */
    List<ConsentEntity> ofPerson(SubjectRef person) {
        return list("personRef = ?1 order by givenAt desc, id", person.value());
    }

    /** Until the transaction ends, nobody else says where a subject's consents stand. */
    void lock(SubjectRef subject) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 1))")
                .setParameter(1, subject.value())
                .getSingleResult();
    }
}
