package bg.telenor.identity.reference;

import bg.telenor.identity.deferred.Awaited;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.regix.Regix;
import bg.telenor.identity.regix.RegixCalls;
import bg.telenor.identity.regix.RegixConfig;
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

    private final Asking asking;
    private final TakenCalls taken;
    private final Regix regix;
    private final RegixCalls calls;
    private final Awaited awaited;
    private final DueWork dueWork;
    private final RegixConfig config;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Inquiries(
            Asking asking,
            TakenCalls taken,
            Regix regix,
            RegixCalls calls,
            Awaited awaited,
            DueWork dueWork,
            RegixConfig config) {
        this.asking = asking;
        this.taken = taken;
        this.regix = regix;
        this.calls = calls;
        this.awaited = awaited;
        this.dueWork = dueWork;
        this.config = config;
    }

    /**
     * Makes a reference's first inquiry and waits so long for the end, also where the register
     * answers later; the inquiry goes on without us.
     *
     * @param begun null when the question was taken in before: somebody else asks, or has asked
     * @return the reference if it is decided by that; empty when it has to be looked up
     */
    Optional<IdentityReference> askFirst(UUID id, Inquiry begun, Duration patience) {
        var over = System.nanoTime() + patience.toNanos();
        try {
            var ended = begun == null ? Optional.<IdentityReference>empty() : ask(begun, patience);
            if (ended.filter(IdentityReference::isDecided).isPresent()) {
                return ended;
            }
            var left = Duration.ofNanos(over - System.nanoTime());
            awaited.await(id, left, () -> taken.hasRegister(id));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void askDue() {
        dueWork.each(
                "identity_reference",
                Inquiry.lease(config),
                id -> asking.begin(id).ifPresent(this::ask));
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    private Optional<IdentityReference> ask(Inquiry inquiry, Duration patience)
            throws InterruptedException {
        var asked = threads.submit(() -> askInContext(inquiry));
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The reference is pending, and says so.
        } catch (ExecutionException e) {
            // Its lease ends, and the next inquiry is due.
            Log.errorf(
                    "inquiry for reference %s failed: %s",
                    inquiry.reference(), e.getCause().getClass());
        }
        return Optional.empty();
    }

    private Optional<IdentityReference> askInContext(Inquiry inquiry) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            return ask(inquiry);
        } finally {
            request.terminate();
        }
    }

    private Optional<IdentityReference> ask(Inquiry inquiry) {
        var answer = answer(inquiry);
        KillPoint.AFTER_OUTSIDE_CALL.reached();
        var stands = asking.answered(inquiry, answer);
        awaited.ended(inquiry.reference());
        return stands;
    }

    private RegisterAnswer answer(Inquiry inquiry) {
        return inquiry.call() == null
                ? regix.ask(inquiry.question())
                : calls.check(inquiry.call(), inquiry.question());
    }
}
