package bg.telenor.kit.projection;

import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * What this service has heard of the identities of cases, and whose each case is. Takes part in the
 * caller's transaction.
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

    /** Remembers what identity-service said. */
    public void heard(IdentityEvent event) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@code subject} is the confirmed person of the case, at a moment. */
    public Standing of(UUID caseId, Role role, SubjectRef subject, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Binds a case, at first sight, to the client and the person that it is about.
     *
     * @throws bg.telenor.kit.problem.ProblemException CASE_NOT_FOUND when it is another client's
     */
    public void bind(UUID caseId, String client, SubjectRef subject) {
        throw new UnsupportedOperationException();
    }
}
