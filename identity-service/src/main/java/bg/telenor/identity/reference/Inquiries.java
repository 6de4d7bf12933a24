package bg.telenor.identity.reference;

import bg.telenor.identity.deferred.Awaited;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.NotReady;
import bg.telenor.identity.regix.Regix;
import bg.telenor.identity.regix.RegixCalls;
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
    private final TakenCalls taken;
    private final Regix regix;
    private final RegixCalls calls;
    private final Awaited awaited;
    private final DueWork dueWork;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Inquiries(
            References references,
            TakenCalls taken,
            Regix regix,
            RegixCalls calls,
            Awaited awaited,
            DueWork dueWork) {
        this.references = references;
        this.taken = taken;
        this.regix = regix;
        this.calls = calls;
        this.awaited = awaited;
        this.dueWork = dueWork;
    }

    /**
     * Asks for the first time and waits so long for the end, also where the register answers later;
     * the inquiry goes on without us.
     */
    void askFirst(UUID id, Duration patience) {
        var over = System.nanoTime() + patience.toNanos();
        var asked = threads.submit(() -> askFirstInContext(id));
        try {
            if (asked.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                var left = Duration.ofNanos(over - System.nanoTime());
                awaited.await(id, left, () -> taken.hasRegister(id));
            }
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

    /** Whether the register may have the question now, and answer later. */
    private boolean askFirstInContext(UUID id) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            var answer = ask(references.beginFirst(id));
            return answer.isEmpty() || answer.get() instanceof NotReady;
        } finally {
            request.terminate();
        }
    }

    private Optional<RegisterAnswer> ask(Optional<Inquiry> begun) {
        return begun.map(
                inquiry -> {
                    var answer = answer(inquiry);
                    KillPoint.AFTER_OUTSIDE_CALL.reached();
                    references.answered(inquiry, answer);
                    awaited.ended(inquiry.reference());
                    return answer;
                });
    }

    private RegisterAnswer answer(Inquiry inquiry) {
        return inquiry.call() == null
                ? regix.ask(inquiry.question())
                : calls.check(inquiry.call(), inquiry.question());
    }
}
