package bg.telenor.consent.rights;

import bg.telenor.kit.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Answers requests when all services have, or when their time is over. */
@ApplicationScoped
class RightsClock {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DueWork due;
    private final RightsRequests requests;

    RightsClock(DueWork due, RightsRequests requests) {
        this.due = due;
        this.requests = requests;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void settle() {
        due.each("rights_request", LEASE, requests::settle);
    }
}
