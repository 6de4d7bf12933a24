package bg.telenor.identity.reference;

import bg.telenor.identity.domain.Claim;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/**
 * Keeps a person's data from being guessed: so many differing claims about one person are compared
 * with what the register says within a while, whoever makes them, by whichever operation and on
 * whichever replica, and no more. Takes part in the caller's transaction.
 */
@ApplicationScoped
public class GuessingGuard {

    private final EntityManager em;
    private final Idempotency idempotency;
    private final ReferenceConfig config;
    private final Clock clock;

    GuessingGuard(EntityManager em, Idempotency idempotency, ReferenceConfig config, Clock clock) {
        this.em = em;
        this.idempotency = idempotency;
        this.config = config;
        this.clock = clock;
    }

    /** What of a claim is compared: all of it, or nothing when too many others were. */
    Claim comparable(SubjectRef person, Claim claim, Instant now) {
        return claim.equals(Claim.NONE) || mayCompare(person, claim.canonical(), now)
                ? claim
                : Claim.NONE;
    }

    /**
     * Whether a claim may be compared, which is then remembered; who asks at the same time waits.
     *
     * @param canonical the same for all claims that are compared alike
     */
    public boolean mayCompare(SubjectRef person, Object canonical, Instant now) {
        takeTurns(person);
        var fingerprint = idempotency.fingerprint(canonical);
        if (othersSince(windowBefore(now), person, fingerprint) >= config.differingClaims()) {
            return false;
        }
        remember(person, fingerprint, now);
        return true;
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "claims-forget")
    void forget() {
        QuarkusTransaction.joiningExisting()
                .run(
                        () ->
                                em.createNativeQuery(
                                                "delete from compared_claim where compared_at <= ?1")
                                        .setParameter(1, windowBefore(clock.instant()))
                                        .executeUpdate());
    }

    private void takeTurns(SubjectRef person) {
        em.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('claims/' || ?1, 0))")
                .setParameter(1, person.value())
                .getSingleResult();
    }

    private long othersSince(Instant start, SubjectRef person, String fingerprint) {
        return ((Number)
                        em.createNativeQuery(
                                        """
                                        select count(*) from compared_claim
                                         where subject_ref = ?1 and claim <> ?2 and compared_at > ?3
                                        """)
                                .setParameter(1, person.value())
                                .setParameter(2, fingerprint)
                                .setParameter(3, start)
                                .getSingleResult())
                .longValue();
    }

    private void remember(SubjectRef person, String fingerprint, Instant now) {
        em.createNativeQuery(
                        """
                        insert into compared_claim (subject_ref, claim, compared_at)
                        values (?1, ?2, ?3)
                        on conflict (subject_ref, claim) do update set compared_at = ?3
                        """)
                .setParameter(1, person.value())
                .setParameter(2, fingerprint)
                .setParameter(3, now)
                .executeUpdate();
    }

    private Instant windowBefore(Instant now) {
        return now.minus(config.claimsWindow());
    }
}
