package bg.telenor.identity.reference;

import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.Reason;
import bg.telenor.identity.domain.Role;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import bg.telenor.kit.subject.SubjectRef;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of references; a row goes when the content that it is about goes. */
@ApplicationScoped
class ReferenceRepository implements PanacheRepositoryBase<ReferenceEntity, UUID>, RecordKeeper {

    private static final String SAME_OF_CASE =
            "caseId = ?1 and client = ?2 and subjectRef = ?3 and purpose = ?4 and role = ?5";

    /** By JDBC, since every answer asks for it, and Hibernate would interpret it each time. */
    private static final String SUPERSEDED =
            """
            select id from identity_reference
             where case_id = ? and client = ? and subject_ref = ? and purpose = ? and role = ?
               and id <> ? and asked_at <= ? and status <> 'PENDING'
            """;

    private final AgroalDataSource database;

    ReferenceRepository(AgroalDataSource database) {
        this.database = database;
    }

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
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SUPERSEDED)) {
            query.setObject(1, request.caseId());
            query.setString(2, request.client());
            query.setString(3, request.subject().value());
            query.setString(4, request.purpose().name());
            query.setString(5, request.role().name());
            query.setObject(6, request.id());
            query.setObject(7, request.askedAt().atOffset(ZoneOffset.UTC));
            var ids = new ArrayList<UUID>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new PersistenceException("identity references", e);
        }
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
