package bg.telenor.kit.idempotency;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.work.KillPoint;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One effect per caller, operation and key, however often and however concurrently the request
 * comes, and also when this process dies between effect and answer.
 *
 * <p>The row commits before the effect begins, so that whatever the effect does outside is claimed
 * first; the effect's own transaction remembers the resource under the lease it was given, so that
 * a request that slept through its lease cannot act twice.
 */
@ApplicationScoped
public class Idempotency {

    private final Requests requests;
    private final Fingerprints fingerprints;
    private final Caller caller;
    private final IdempotencyConfig config;
    private final Clock clock;

    Idempotency(
            Requests requests,
            Fingerprints fingerprints,
            Caller caller,
            IdempotencyConfig config,
            Clock clock) {
        this.requests = requests;
        this.fingerprints = fingerprints;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Runs the effect in a transaction that also remembers the id of the resource it made; for a
     * key that has been used, returns that id instead. A refused or failed effect is not
     * remembered.
     *
     * @param key as the caller sent it; null is refused with IDEMPOTENCY_KEY_MISSING
     * @param operation a stable name, such as {@code start-porting}
     * @param body the request's body, of which only a keyed fingerprint is kept
     * @throws ProblemException IDEMPOTENCY_KEY_REUSED for another body, REQUEST_RUNNING while the
     *     first is not done
     */
    public UUID once(IdempotencyKey key, String operation, Object body, Supplier<UUID> effect) {
        if (key == null) {
            throw new ProblemException(CommonError.IDEMPOTENCY_KEY_MISSING);
        }
        var id = new Requests.Id(caller.client(), operation, fingerprints.of(key));
        var lease = lease();
        return QuarkusTransaction.requiringNew()
                .call(() -> begin(id, fingerprints.of(body), lease))
                .orElseGet(() -> act(id, lease, effect));
    }

    /** A keyed fingerprint of content, by which the same is known again without being kept. */
    public String fingerprint(Object content) {
        return fingerprints.of(content);
    }

    /** The resource of a request that is done, or empty when this request may act. */
    private Optional<UUID> begin(Requests.Id id, String fingerprint, Instant lease) {
        if (requests.begin(id, fingerprint, clock.instant(), lease)) {
            return Optional.empty();
        }
        var row = requests.get(id);
        if (row == null) {
            throw new ProblemException(CommonError.REQUEST_RUNNING);
        }
        if (!row.fingerprint().equals(fingerprint)) {
            throw new ProblemException(CommonError.IDEMPOTENCY_KEY_REUSED);
        }
        if (row.resourceId() != null) {
            return Optional.of(row.resourceId());
        }
        if (row.leaseUntil().isBefore(clock.instant())
                && requests.takeOver(id, row.leaseUntil(), lease)) {
            return Optional.empty();
        }
        throw new ProblemException(CommonError.REQUEST_RUNNING);
    }

    private UUID act(Requests.Id id, Instant lease, Supplier<UUID> effect) {
        boolean acted = false;
        try {
            var resource =
                    QuarkusTransaction.requiringNew()
                            .call(
                                    () -> {
                                        var made = effect.get();
                                        if (!requests.finish(id, lease, made)) {
                                            throw new ProblemException(CommonError.CONFLICT);
                                        }
                                        return made;
                                    });
            acted = true;
            KillPoint.AFTER_ACCEPT.reached();
            return resource;
        } finally {
            if (!acted) {
                QuarkusTransaction.requiringNew().run(() -> requests.abandon(id, lease));
            }
        }
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOld() {
        QuarkusTransaction.requiringNew()
                .run(() -> requests.forget(clock.instant().minus(config.life())));
    }

    /** In the precision that the database keeps, since it is compared with what it gives back. */
    private Instant lease() {
        return clock.instant().plus(config.lease()).truncatedTo(ChronoUnit.MICROS);
    }
}
