package bg.telenor.identity.reference;

import bg.telenor.identity.reference.References.Inquiry;
import bg.telenor.identity.regix.Regix;
import bg.telenor.kit.work.DueWork;
import bg.telenor.kit.work.KillPoint;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the register: at once for a new reference, and later, on any replica, for those that are
 * still pending. No transaction is held meanwhile.
 */
@ApplicationScoped
class Inquiries {

    private final References references;
    private final Regix regix;
    private final DueWork dueWork;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Inquiries(References references, Regix regix, DueWork dueWork) {
        this.references = references;
        this.regix = regix;
        this.dueWork = dueWork;
    }

    /** Asks for the first time and waits so long for the end; the inquiry goes on without us. */
    void askFirst(UUID id, Duration patience) {
        var asked = threads.submit(() -> askFirstInContext(id));
        try {
            asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The reference is pending, and says so.
        } catch (ExecutionException e) {
            // Its lease ends, and the next inquiry is due.
            Log.errorf("inquiry for reference %s failed: %s", id, e.getCause().getClass());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void askDue() {
        dueWork.each("identity_reference", references.lease(), id -> ask(references.begin(id)));
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    private void askFirstInContext(UUID id) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            ask(references.beginFirst(id));
        } finally {
            request.terminate();
        }
    }

    private void ask(Optional<Inquiry> begun) {
        begun.ifPresent(
                inquiry -> {
                    var answer = regix.ask(inquiry.question());
                    KillPoint.AFTER_OUTSIDE_CALL.reached();
                    references.answered(inquiry, answer);
                });
    }
}
