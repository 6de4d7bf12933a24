package bg.telenor.kit.records;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of documents, and of references of which none is left; in the caller's transaction. */
@ApplicationScoped
class Documents {

    private static final String SELECT =
            """
            SELECT record_type, record_id, subject_ref, key_id, purpose, basis, source, case_id,
                received_at, retain_until, erase_at, catalogue_version, hold_until FROM document
            """;

    private static final String OF_SUBJECT =
            """
            WHERE subject_ref = ? AND received_at >= ? AND received_at < ?
            ORDER BY record_type, record_id
            """;

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final AgroalDataSource database;

    Documents(AgroalDataSource database) {
        this.database = database;
    }

    Optional<Document> find(RecordType record, UUID id) {
        return one(SELECT + "WHERE record_type = ? AND record_id = ?", record, id);
    }

    /** Also keeps others from changing it until the transaction ends. */
    Optional<Document> lock(RecordType record, UUID id) {
        return one(SELECT + "WHERE record_type = ? AND record_id = ? FOR UPDATE", record, id);
    }

    boolean isRestricted(RecordType record, UUID id) {
        return run(
                "SELECT 1 FROM document WHERE record_type = ? AND record_id = ? AND "
                        + Restrictions.IS_RESTRICTED,
                query -> {
                    query.setString(1, record.name());
                    query.setObject(2, id);
                    try (var rows = query.executeQuery()) {
                        return rows.next();
                    }
                });
    }

    byte[] sealed(Document document) {
        return run(
                "SELECT sealed FROM document WHERE record_type = ? AND record_id = ?",
                query -> {
                    query.setString(1, document.record().name());
                    query.setObject(2, document.id());
                    try (var rows = query.executeQuery()) {
                        rows.next();
                        return rows.getBytes(1);
                    }
                });
    }

    /** Writes a document in place of what was there; a legal hold on it stays. */
    void put(Document document, byte[] sealed) {
        run(
                """
                INSERT INTO document (record_type, record_id, subject_ref, key_id, purpose, basis,
                    source, case_id, received_at, retain_until, erase_at, catalogue_version,
                    sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (record_type, record_id) DO UPDATE SET key_id = excluded.key_id,
                    purpose = excluded.purpose, basis = excluded.basis, source = excluded.source,
                    case_id = excluded.case_id, retain_until = excluded.retain_until,
                    erase_at = excluded.erase_at,
                    catalogue_version = excluded.catalogue_version, sealed = excluded.sealed
                """,
                insert -> {
                    insert.setString(1, document.record().name());
                    insert.setObject(2, document.id());
                    insert.setString(3, document.subject().value());
                    insert.setObject(4, document.key());
                    insert.setString(5, document.purpose().name());
                    insert.setString(6, document.basis());
                    insert.setString(7, document.source().name());
                    insert.setObject(8, document.caseId());
                    insert.setObject(9, time(document.receivedAt()));
                    insert.setObject(10, document.retainUntil());
                    insert.setObject(
                            11, document.eraseAt() == null ? null : time(document.eraseAt()));
                    insert.setInt(12, document.catalogueVersion());
                    insert.setBytes(13, sealed);
                    return insert.executeUpdate();
                });
    }

    void delete(Document document) {
        run(
                "DELETE FROM document WHERE record_type = ? AND record_id = ?",
                delete -> {
                    delete.setString(1, document.record().name());
                    delete.setObject(2, document.id());
                    return delete.executeUpdate();
                });
    }

    /** What was taken in about a reference from one moment to another, exclusive. */
    List<Document> ofSubject(SubjectRef subject, Instant from, Instant until) {
        return ofSubject(SELECT + OF_SUBJECT, subject, from, until);
    }

    /** The same, and others cannot change it until the transaction ends. */
    List<Document> lockOfSubject(SubjectRef subject, Instant from, Instant until) {
        return ofSubject(SELECT + OF_SUBJECT + " FOR UPDATE", subject, from, until);
    }

    private List<Document> ofSubject(String sql, SubjectRef subject, Instant from, Instant until) {
        return run(
                sql,
                query -> {
                    query.setString(1, subject.value());
                    query.setObject(2, time(from));
                    query.setObject(3, time(until));
                    return read(query);
                });
    }

    /**
     * What is kept no longer than to yesterday, or by the clock to now; other replicas get others.
     * What is restricted waits: the person may need it, and nothing but keeping it is allowed. What
     * ends by the clock does not: nobody was ever promised more of it than minutes.
     */
    List<Document> lockDue(Instant now, int limit) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return run(
                SELECT
                        + """
                        WHERE (hold_until IS NULL OR hold_until < ?) AND (erase_at <= ?
                            OR retain_until < ? AND NOT
                        """
                        + Restrictions.IS_RESTRICTED
                        + """
                        )
                        ORDER BY retain_until LIMIT ? FOR UPDATE SKIP LOCKED
                        """,
                query -> {
                    query.setObject(1, today);
                    query.setObject(2, time(now));
                    query.setObject(3, today);
                    query.setInt(4, limit);
                    return read(query);
                });
    }

    /** From now on, events about the reference from that time are dropped. */
    void rememberErased(SubjectRef subject, Instant from, Instant until) {
        run(
                """
                INSERT INTO erased_subject (subject_ref, from_at, until_at) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                insert -> {
                    insert.setString(1, subject.value());
                    insert.setObject(2, time(from));
                    insert.setObject(3, time(until));
                    return insert.executeUpdate();
                });
    }

    /**
     * What was heard of the reference's cases, and of holdings that have ended, is of no use now.
     */
    void forgetHeard(SubjectRef subject, Instant from, Instant until) {
        run(
                """
                WITH holdings AS (
                    DELETE FROM known_holding WHERE (person_ref = ? OR number_ref = ?)
                    AND valid_from >= ? AND valid_until <= ?)
                DELETE FROM case_identity
                WHERE subject_ref = ? AND heard_at >= ? AND heard_at < ?
                """,
                delete -> {
                    delete.setString(1, subject.value());
                    delete.setString(2, subject.value());
                    delete.setObject(3, time(from));
                    delete.setObject(4, time(until));
                    delete.setString(5, subject.value());
                    delete.setObject(6, time(from));
                    delete.setObject(7, time(until));
                    return delete.executeUpdate();
                });
    }

    private Optional<Document> one(String sql, RecordType record, UUID id) {
        return run(
                sql,
                query -> {
                    query.setString(1, record.name());
                    query.setObject(2, id);
                    return read(query).stream().findFirst();
                });
    }

    private static List<Document> read(PreparedStatement query) throws SQLException {
        var documents = new ArrayList<Document>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                documents.add(document(rows));
            }
        }
        return documents;
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                RecordType.valueOf(row.getString("record_type")),
                row.getObject("record_id", UUID.class),
                new SubjectRef(row.getString("subject_ref")),
                row.getObject("key_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("basis"),
                Source.valueOf(row.getString("source")),
                row.getObject("case_id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("retain_until", LocalDate.class),
                instant(row.getObject("erase_at", OffsetDateTime.class)),
                row.getInt("catalogue_version"),
                row.getObject("hold_until", LocalDate.class));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private <T> T run(String sql, Use<T> use) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException e) {
            throw new PersistenceException("documents", e);
        }
    }
}
