package bg.telenor.identity.counter;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import bg.telenor.kit.subject.SubjectRef;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Who asked about whom lately. With a reference goes whom it was about. */
@ApplicationScoped
class QuestionRepository implements PanacheRepositoryBase<QuestionEntity, UUID>, RecordKeeper {

    private static final String TAKE_TURNS =
            "select pg_advisory_xact_lock(hashtextextended('clerk/' || ?, 0))";

    private static final String BEFORE =
            "(select asked_at from counter_question where clerk_ref = ?"
                    + " order by asked_at desc offset ? limit 1)";

    private static final String LOOK =
            "select "
                    + BEFORE
                    + ", "
                    + BEFORE
                    + ", exists (select from counter_question where clerk_ref = ?"
                    + " and subject_ref = ? and case_id <> ? and asked_at > ?)";

    private final AgroalDataSource database;

    QuestionRepository(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What a clerk has asked.
     *
     * @param hourly when they asked for the last time but as many as an hour may have, or null
     * @param daily the same of a day
     * @param forAnotherCase whether they asked about the person for another case
     */
    record Asked(Instant hourly, Instant daily, boolean forAnotherCase) {}

    /**
     * Looks at what a clerk has asked so far. Until the transaction ends, no other question of
     * theirs is counted.
     *
     * @param since from when on it matters that they asked for another case
     */
    Asked soFar(
            SubjectRef clerk,
            SubjectRef person,
            UUID caseId,
            Instant since,
            int perHour,
            int perDay) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(TAKE_TURNS);
                var look = connection.prepareStatement(LOOK)) {
            lock.setString(1, clerk.value());
            lock.execute();
            look.setString(1, clerk.value());
            look.setInt(2, perHour - 1);
            look.setString(3, clerk.value());
            look.setInt(4, perDay - 1);
            look.setString(5, clerk.value());
            look.setString(6, person.value());
            look.setObject(7, caseId);
            look.setObject(8, since.atOffset(ZoneOffset.UTC));
            try (var rows = look.executeQuery()) {
                rows.next();
                return new Asked(instant(rows, 1), instant(rows, 2), rows.getBoolean(3));
            }
        } catch (SQLException e) {
            throw new PersistenceException("counter questions", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
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
