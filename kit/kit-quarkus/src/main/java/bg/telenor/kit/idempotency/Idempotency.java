package bg.telenor.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One effect per caller, operation and key, however often and however concurrently the request
 * comes, and also when this process dies between effect and answer.
 */
@ApplicationScoped
public class Idempotency {

    /**
     * Runs the effect in a transaction that also remembers the id of the resource it made; for a key
     * that has been used, returns that id instead.
     *
     * @param key as the caller sent it; null is refused with IDEMPOTENCY_KEY_MISSING
     * @param operation a stable name, such as {@code start-porting}
     * @param body the request's body, of which only a keyed fingerprint is kept
     */
    public UUID once(IdempotencyKey key, String operation, Object body, Supplier<UUID> effect) {
        throw new UnsupportedOperationException();
    }
}
