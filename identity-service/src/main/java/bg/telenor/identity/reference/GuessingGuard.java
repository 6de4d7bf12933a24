package bg.telenor.identity.reference;

import bg.telenor.identity.domain.Claim;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.subject.SubjectRef;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Keeps a person's data from being guessed: so many differing claims about one person are compared
 * with what the register says within a while, whoever makes them, by whichever operation and on
 * whichever replica, and no more. Takes part in the caller's transaction.
 */
@ApplicationScoped
public class GuessingGuard {

    private static final String TAKE_TURNS =
            "select pg_advisory_xact_lock(hashtextextended('claims/' || ?, 0))";

    /** Nothing is remembered when too many others are. */
    private static final String REMEMBER =
            """
            insert into compared_claim (subject_ref, claim, compared_at)
            select ?, ?, ?
             where (select count(*) from compared_claim
                     where subject_ref = ? and claim <> ? and compared_at > ?) < ?
            on conflict (subject_ref, claim) do update set compared_at = excluded.compared_at
            """;

    private final AgroalDataSource database;
    private final Idempotency idempotency;
    private final ReferenceConfig config;
    private final Clock clock;

    GuessingGuard(
            AgroalDataSource database,
            Idempotency idempotency,
            ReferenceConfig config,
            Clock clock) {
        this.database = database;
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
        var claim = idempotency.fingerprint(canonical);
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(TAKE_TURNS);
                var remember = connection.prepareStatement(REMEMBER)) {
            lock.setString(1, person.value());
            lock.execute();
            remember.setString(1, person.value());
            remember.setString(2, claim);
            remember.setObject(3, now.atOffset(ZoneOffset.UTC));
            remember.setString(4, person.value());
            remember.setString(5, claim);
            remember.setObject(6, windowBefore(now).atOffset(ZoneOffset.UTC));
            remember.setInt(7, config.differingClaims());
            return remember.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new PersistenceException("compared claims", e);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "claims-forget")
    void forget() {
        QuarkusTransaction.joiningExisting().run(() -> forgetBefore(windowBefore(clock.instant())));
    }

    private void forgetBefore(Instant moment) {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from compared_claim where compared_at <= ?")) {
            delete.setObject(1, moment.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("compared claims", e);
        }
    }

    private Instant windowBefore(Instant now) {
        return now.minus(config.claimsWindow());
    }
}
