package bg.telenor.consent.holdings;

import bg.telenor.kit.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Billing may say an end in advance; it takes effect when its time comes. */
@ApplicationScoped
class HoldingEnds {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DueWork due;
    private final HoldingRegister register;

    HoldingEnds(DueWork due, HoldingRegister register) {
        this.due = due;
        this.register = register;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        due.each("subscription", LEASE, register::end);
    }
}
