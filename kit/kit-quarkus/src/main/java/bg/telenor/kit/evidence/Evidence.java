package bg.telenor.kit.evidence;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What was done with personal data, append-only and in the transaction that did it. Who did it is
 * the caller, or the service itself where nobody called.
 */
@ApplicationScoped
public class Evidence {

    /** What was done. */
    public enum Action {
        INTAKE,
        INQUIRY,
        READ,
        DISCLOSURE,
        DECISION,
        ERASURE,
        /** Processing was restricted, allowed again, or refused since it is restricted. */
        RESTRICTION
    }

    /**
     * @param caseId or null
     * @param facts codes, ids and times that are no personal data, such as an outcome or a call id
     */
    public record Entry(
            Action action,
            RecordType record,
            UUID recordId,
            SubjectRef subject,
            Purpose purpose,
            UUID caseId,
            Map<String, String> facts) {

        public Entry {
            facts = Map.copyOf(facts);
        }
    }

    private enum ActorKind {
        SERVICE,
        CLIENT,
        EMPLOYEE,
        PERSON
    }

    private record Actor(ActorKind kind, String name, String employee) {}

    private static final JsonMapper JSON = new JsonMapper();

    private static final String INSERT =
            """
            INSERT INTO evidence (at, actor_kind, actor, employee, action, record_type, record_id,
                subject_ref, purpose, case_id, facts, commitments)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """;

    private final AgroalDataSource database;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final String service;
    private final Clock clock;

    Evidence(
            AgroalDataSource database,
            SecurityIdentity identity,
            Caller caller,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock) {
        this.database = database;
        this.identity = identity;
        this.caller = caller;
        this.service = service;
        this.clock = clock;
    }

    /** Appends an entry of what was done without content. */
    @Transactional(TxType.MANDATORY)
    public void append(Entry entry) {
        append(entry, Map.of());
    }

    /**
     * @param commitments per field of the content an HMAC of its value, under a random salt that is
     *     sealed with the content: proof while the content lives, and no help in guessing it after
     */
    @Transactional(TxType.MANDATORY)
    public void append(Entry entry, Map<String, String> commitments) {
        var actor = actor();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(2, actor.kind().name());
            insert.setString(3, actor.name());
            insert.setString(4, actor.employee());
            insert.setString(5, entry.action().name());
            insert.setString(6, entry.record().name());
            insert.setObject(7, entry.recordId());
            insert.setString(8, entry.subject().value());
            insert.setString(9, entry.purpose().name());
            insert.setObject(10, entry.caseId());
            insert.setString(11, json(entry.facts()));
            insert.setString(12, json(commitments));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("evidence", e);
        }
    }

    /** Jobs and consumers have no request, or one without a token. */
    private Actor actor() {
        if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
            return new Actor(ActorKind.SERVICE, service, null);
        }
        var employee = caller.employee();
        if (employee.isPresent()) {
            return new Actor(ActorKind.EMPLOYEE, caller.client(), employee.get());
        }
        var kind = caller.person().isPresent() ? ActorKind.PERSON : ActorKind.CLIENT;
        return new Actor(kind, caller.client(), null);
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence cannot be written as JSON", e);
        }
    }
}
