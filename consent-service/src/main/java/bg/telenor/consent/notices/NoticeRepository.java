package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice.Template;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<NoticeEntity, UUID> {

    /** The notice that a person's further data can still join. */
    Optional<NoticeEntity> gathering(SubjectRef person) {
        return find(
                        "personRef = ?1 and template = ?2 and status in ?3 order by tellBy",
                        person.value(),
                        Template.INDIRECT_COLLECTION,
                        List.of(NoticeEntity.Status.OWED, NoticeEntity.Status.NO_ADDRESS))
                .firstResultOptional();
    }

    boolean tellsOf(UUID reference) {
        return count("referenceId", reference) > 0;
    }

    /** A check or porting that is gone by the time that the person can be told. */
    void forgetUntold(UUID about) {
        delete(
                "(referenceId = ?1 or aboutId = ?1) and status in ?2",
                about,
                List.of(NoticeEntity.Status.OWED, NoticeEntity.Status.NO_ADDRESS));
    }

    /** The most urgent first. */
    List<NoticeEntity> with(NoticeEntity.Status status, int limit) {
        return find("status = ?1 order by tellBy, id", status).range(0, limit - 1).list();
    }

    /** Owed for longer than the law allows; some are told without being owed. */
    long countLate(Instant now) {
        return count(
                "tellBy < ?1 and template in ?2 and status in ?3",
                now,
                List.of(
                        Template.INDIRECT_COLLECTION,
                        Template.RIGHTS_REQUEST_DONE,
                        Template.RESTRICTION_TO_BE_LIFTED),
                List.of(
                        NoticeEntity.Status.OWED,
                        NoticeEntity.Status.NO_ADDRESS,
                        NoticeEntity.Status.ANNOUNCED));
    }

    /** Until the transaction ends, nobody else starts a notice for the person. */
    void lock(SubjectRef person) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 2))")
                .setParameter(1, person.value())
                .getSingleResult();
    }
}
