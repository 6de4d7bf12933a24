package bg.telenor.kit.projection;

import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.events.identity.IdentityEvent.IdentityChecked;
import bg.telenor.events.identity.IdentityEvent.IdentityConfirmed;
import bg.telenor.events.identity.IdentityEvent.IdentityRefused;
import bg.telenor.events.identity.IdentityEvent.IdentityWithdrawn;
import bg.telenor.events.identity.IdentityEvent.MinorFound;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRef;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What this service has heard of the identities of cases, and whose each case is. Takes part in the
 * caller's transaction.
 *
 * <p>Events of different persons come in any order, so each person of a case has a row of their
 * own: a refused slip of the pen that arrives late does not undo the confirmation of the right
 * person.
 *
 * <p>{@link #bind} and {@link #heard} of one case wait for each other's transactions. Otherwise a
 * request and an event that come at once would each miss the other, and the request wait for ever.
 */
@ApplicationScoped
public class CaseIdentities {

    /** Where the identity of a case's person stands. */
    public enum Standing {
        UNKNOWN,
        CONFIRMED,
        REFUSED,
        SUBJECT_MISMATCH
    }

    private static final String REMEMBER =
            """
            insert into case_identity
                   (case_id, role, subject_ref, state, purpose, reference_id, fresh_until, heard_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, role, subject_ref) do update
               set state = excluded.state, purpose = excluded.purpose,
                   reference_id = excluded.reference_id, fresh_until = excluded.fresh_until,
                   heard_at = excluded.heard_at
             where case_identity.state <> 'WITHDRAWN'
                or case_identity.reference_id <> excluded.reference_id""";

    /** Unless a newer reference about the same person has taken its place. */
    private static final String WITHDRAW =
            """
            insert into case_identity (case_id, role, subject_ref, state, reference_id, heard_at)
            values (?, ?, ?, 'WITHDRAWN', ?, ?)
            on conflict (case_id, role, subject_ref) do update
               set state = excluded.state, purpose = null, fresh_until = null,
                   heard_at = excluded.heard_at
             where case_identity.reference_id = excluded.reference_id""";

    private static final String FIND =
            """
            select subject_ref, state, fresh_until from case_identity
             where case_id = ? and role = ? and state <> 'WITHDRAWN'""";

    private static final String BIND =
            """
            insert into case_binding (case_id, client, bound_at) values (?, ?, ?)
            on conflict (case_id) do nothing""";

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('case/' || ?::text, 0))";

    private final AgroalDataSource dataSource;
    private final Clock clock;

    CaseIdentities(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Remembers what identity-service said. */
    public void heard(IdentityEvent event) {
        switch (event) {
            case IdentityConfirmed e ->
                    remember(
                            e,
                            e.role(),
                            Standing.CONFIRMED,
                            e.purpose().name(),
                            e.freshUntil().atOffset(ZoneOffset.UTC));
            case IdentityRefused e -> remember(e, e.role(), Standing.REFUSED, null, null);
            case IdentityWithdrawn e -> withdraw(e);
            // Refused as well, which is heard by itself.
            case MinorFound e -> {}
            // For the person, and nothing that a case waits for.
            case IdentityChecked e -> {}
        }
    }

    /** Whether {@code subject} is the confirmed person of the case, at a moment. */
    public Standing of(UUID caseId, Role role, SubjectRef subject, Instant at) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, caseId);
            statement.setString(2, role.name());
            var standing = Standing.UNKNOWN;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var state = Standing.valueOf(rows.getString(2));
                    var freshUntil = rows.getObject(3, OffsetDateTime.class);
                    var stale = freshUntil != null && !at.isBefore(freshUntil.toInstant());
                    if (stale) {
                        continue;
                    }
                    if (rows.getString(1).equals(subject.value())) {
                        return state;
                    }
                    if (state == Standing.CONFIRMED) {
                        standing = Standing.SUBJECT_MISMATCH;
                    }
                }
            }
            return standing;
        } catch (SQLException e) {
            throw new IllegalStateException("identities of a case cannot be read", e);
        }
    }

    /**
     * Binds a case, at first sight, to the client whose it is. Its persons are bound by what is
     * heard of each, in the role that they have: a case may have a user, a guardian and others.
     *
     * @throws ProblemException CASE_NOT_FOUND when it is another client's
     */
    public void bind(UUID caseId, String client) {
        try (var connection = dataSource.getConnection();
                var lock = connection.prepareStatement(LOCK);
                var bind = connection.prepareStatement(BIND);
                var owner =
                        connection.prepareStatement(
                                "select client from case_binding where case_id = ?")) {
            lock.setObject(1, caseId);
            lock.execute();
            bind.setObject(1, caseId);
            bind.setString(2, client);
            bind.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            bind.executeUpdate();
            owner.setObject(1, caseId);
            try (var rows = owner.executeQuery()) {
                if (!rows.next() || !rows.getString(1).equals(client)) {
                    throw new ProblemException(CommonError.CASE_NOT_FOUND);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a case cannot be bound", e);
        }
    }

    private void withdraw(IdentityWithdrawn event) {
        try (var connection = dataSource.getConnection();
                var lock = connection.prepareStatement(LOCK);
                var statement = connection.prepareStatement(WITHDRAW)) {
            lock.setObject(1, event.caseId());
            lock.execute();
            statement.setObject(1, event.caseId());
            statement.setString(2, event.role().name());
            statement.setString(3, event.key().value());
            statement.setObject(4, event.referenceId());
            statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the identity of a case cannot be withdrawn", e);
        }
    }

    private void remember(
            IdentityEvent event,
            Role role,
            Standing standing,
            String purpose,
            OffsetDateTime freshUntil) {
        try (var connection = dataSource.getConnection();
                var lock = connection.prepareStatement(LOCK);
                var statement = connection.prepareStatement(REMEMBER)) {
            lock.setObject(1, event.caseId());
            lock.execute();
            statement.setObject(1, event.caseId());
            statement.setString(2, role.name());
            statement.setString(3, event.key().value());
            statement.setString(4, standing.name());
            statement.setString(5, purpose);
            statement.setObject(6, event.referenceId());
            statement.setObject(7, freshUntil);
            statement.setObject(8, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the identity of a case cannot be remembered", e);
        }
    }
}
