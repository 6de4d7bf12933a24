package bg.telenor.portability.portout;

import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PortOutRepository implements PanacheRepositoryBase<PortOutEntity, UUID> {

    private final PartnerRows rows;

    PortOutRepository(PartnerRows rows) {
        this.rows = rows;
    }

    /** Those that may still take a number away which the person subscribes to. */
    List<PortOutEntity> lockedOpen(SubjectRef number, SubjectRef person) {
        return find(
                        """
                        select p from PortOutEntity p join p.numbers n
                        where n.numberRef = ?1 and p.personRef = ?2\
                         and (p.status = RECEIVED or n.promised)\
                        """,
                        number.value(),
                        person.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What others ask in a person's name, the newest first. */
    @Transactional
    List<PortOutEntity> ofPerson(SubjectRef person) {
        rows.all();
        return list("personRef = ?1 order by receivedAt desc", person.value());
    }

    Optional<PortOutEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<PortOutEntity> locked(OperatorCode recipient, UUID portingId) {
        return find("recipient = ?1 and portingId = ?2", recipient.value(), portingId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
