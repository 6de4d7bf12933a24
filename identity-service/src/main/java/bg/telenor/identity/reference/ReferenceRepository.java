package bg.telenor.identity.reference;

import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.Reason;
import bg.telenor.identity.domain.Role;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The rows of references; a row goes when the content that it is about goes. */
@ApplicationScoped
class ReferenceRepository implements PanacheRepositoryBase<ReferenceEntity, UUID>, RecordKeeper {

    private static final String SAME_OF_CASE =
            "caseId = ?1 and client = ?2 and subjectRef = ?3 and purpose = ?4 and role = ?5";

    /** In SQL, since every answer asks for it, and Hibernate would translate it each time. */
    private static final String SUPERSEDED =
            """
            select id from identity_reference
             where case_id = ?1 and client = ?2 and subject_ref = ?3 and purpose = ?4 and role = ?5
               and id <> ?6 and asked_at <= ?7 and status <> 'PENDING'
            """;

    /** A row that nobody else changes until the transaction ends: two answers may come at once. */
    Optional<ReferenceEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean isTaken(UUID id) {
        return count("id = ?1 and verificationCode is not null", id) > 0;
    }

    /**
     * The reference that a call is, or was, to answer; a number that comes again is the newest's.
     */
    Optional<ReferenceEntity> ofCall(String callId) {
        return find("callId = ?1 order by askedAt desc", callId).firstResultOptional();
    }

    /** The latest confirmation of the same question of the same case. */
    Optional<ReferenceEntity> latestConfirmed(IdentityReference.Request request, String question) {
        return find(
                        SAME_OF_CASE + " and question = ?6 and status = ?7 order by decidedAt desc",
                        parameters(request, question, ReferenceStatus.CONFIRMED))
                .firstResultOptional();
    }

    /** What a newer reference takes the place of: decided ones about the same that are no newer. */
    List<UUID> supersededBy(IdentityReference.Request request) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(SUPERSEDED, UUID.class)
                .setParameter(1, request.caseId())
                .setParameter(2, request.client())
                .setParameter(3, request.subject().value())
                .setParameter(4, request.purpose().name())
                .setParameter(5, request.role().name())
                .setParameter(6, request.id())
                .setParameter(7, request.askedAt())
                .getResultList();
    }

    private static Object[] parameters(IdentityReference.Request request, Object... more) {
        return Stream.concat(
                        Stream.of(
                                request.caseId(),
                                request.client(),
                                request.subject().value(),
                                request.purpose(),
                                request.role()),
                        Stream.of(more))
                .toArray();
    }

    /** Whether somebody else is confirmed on the case as guardian, at a moment. */
    boolean hasGuardian(UUID caseId, String client, SubjectRef person, Instant at) {
        return count(
                        "caseId = ?1 and client = ?2 and role = ?3 and subjectRef != ?4"
                                + " and freshUntil > ?5",
                        caseId,
                        client,
                        Role.GUARDIAN,
                        person.value(),
                        at)
                > 0;
    }

    /** The latest confirmation of a person, by whomever and for whatever, since a moment. */
    Optional<ReferenceEntity> latestConfirmed(SubjectRef person, Instant since) {
        return find(
                        "subjectRef = ?1 and status = ?2 and decidedAt > ?3"
                                + " order by decidedAt desc, id",
                        person.value(),
                        ReferenceStatus.CONFIRMED,
                        since)
                .firstResultOptional();
    }

    /** Whether the register said that the person has died. */
    boolean isDeceased(SubjectRef person) {
        return count("subjectRef = ?1 and reason = ?2", person.value(), Reason.PERSON_DECEASED) > 0;
    }

    @Override
    public RecordType record() {
        return RecordType.IDENTITY_REFERENCE;
    }

    @Override
    public void erased(UUID id) {
        deleteById(id);
    }
}
