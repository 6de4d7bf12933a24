package bg.telenor.kit.idempotency;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.work.KillPoint;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One effect per caller, operation and key, however often and however concurrently the request
 * comes, and also when this process dies between effect and answer.
 *
 * <p>One transaction claims the request, has the effect and remembers what it made: all of it is
 * there, or nothing. An effect must not act outside the database; what is to happen there follows
 * from what it made.
 */
@ApplicationScoped
public class Idempotency {

    /** What a request made, now or before. */
    private record Done(UUID resource, boolean acted) {}

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
        var fingerprint = fingerprints.of(body);
        var done =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        known(id, fingerprint)
                                                .orElseGet(() -> act(id, fingerprint, effect)));
        if (done.acted()) {
            KillPoint.AFTER_ACCEPT.reached();
        }
        return done.resource();
    }

    /** A keyed fingerprint of content, by which the same is known again without being kept. */
    public String fingerprint(Object content) {
        return fingerprints.of(content);
    }

    /** What a request made that is done; empty when this one may act, and nobody else. */
    private Optional<Done> known(Requests.Id id, String fingerprint) {
        if (!requests.claim(id)) {
            throw new ProblemException(CommonError.REQUEST_RUNNING);
        }
        var row = requests.get(id);
        if (row.filter(known -> !known.fingerprint().equals(fingerprint)).isPresent()) {
            throw new ProblemException(CommonError.IDEMPOTENCY_KEY_REUSED);
        }
        return row.map(known -> new Done(known.resourceId(), false));
    }

    private Done act(Requests.Id id, String fingerprint, Supplier<UUID> effect) {
        var resource = effect.get();
        requests.remember(id, fingerprint, resource, clock.instant());
        return new Done(resource, true);
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOld() {
        QuarkusTransaction.requiringNew()
                .run(() -> requests.forget(clock.instant().minus(config.life())));
    }
}
