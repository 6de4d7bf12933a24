package bg.telenor.identity.counter;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who asked about whom lately. With a reference goes whom it was about. */
@ApplicationScoped
class QuestionRepository implements PanacheRepositoryBase<QuestionEntity, UUID>, RecordKeeper {

    /** Until the transaction ends, no other question of the clerk's is counted. */
    void takeTurns(SubjectRef clerk) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('clerk/' || ?1, 0))")
                .setParameter(1, clerk.value())
                .getSingleResult();
    }

    /** When the clerk asked for the last time but so many, if ever. */
    Optional<Instant> askedAt(SubjectRef clerk, int before) {
        return find("clerkRef = ?1 order by askedAt desc", clerk.value())
                .range(before, before)
                .firstResultOptional()
                .map(question -> question.askedAt);
    }

    /** Whether the clerk asked about the person for another case since a moment. */
    boolean askedForAnotherCase(SubjectRef clerk, SubjectRef person, UUID caseId, Instant since) {
        return count(
                        "clerkRef = ?1 and subjectRef = ?2 and caseId != ?3 and askedAt > ?4",
                        clerk.value(),
                        person.value(),
                        caseId,
                        since)
                > 0;
    }

    void forgetAskedBefore(Instant moment) {
        delete("askedAt < ?1", moment);
    }

    @Override
    public RecordType record() {
        return RecordType.IDENTITY_REFERENCE;
    }

    @Override
    public void erased(UUID id) {
        update("subjectRef = null, ownNames = null where referenceId = ?1", id);
    }
}
