package bg.telenor.portability.portout;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
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

    /** Those that may still take a number away which the person subscribes to. */
    List<PortOutEntity> lockedOpen(SubjectRef number, SubjectRef person) {
        return find(
                        """
                        select p from PortOutEntity p join p.numbers n
                        where n.numberRef = ?1 and p.personRef = ?2 and p.status in ?3\
                        """,
                        number.value(),
                        person.value(),
                        List.of(
                                PortOutStatus.RECEIVED,
                                PortOutStatus.ANNOUNCED,
                                PortOutStatus.ACCEPTED,
                                PortOutStatus.SCHEDULED))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<PortOutEntity> ofPerson(SubjectRef person) {
        return list("personRef = ?1 order by receivedAt desc", person.value());
    }

    /** To another recipient than by one porting. */
    boolean isPromised(SubjectRef number, UUID but) {
        return getEntityManager()
                        .createQuery(
                                """
                                select count(n) from PortOutEntity p join p.numbers n
                                where n.promised and n.numberRef = ?1 and p.id <> ?2\
                                """,
                                Long.class)
                        .setParameter(1, number.value())
                        .setParameter(2, but)
                        .getSingleResult()
                > 0;
    }
}
