package bg.telenor.portability.protection;

import bg.telenor.kit.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Keeps the locks of holdings that last, and ends those of holdings that do not. */
@ApplicationScoped
class PortLockDue {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DueWork work;
    private final PortLocks locks;

    PortLockDue(DueWork work, PortLocks locks) {
        this.work = work;
        this.locks = locks;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        work.each("port_lock", LEASE, locks::due);
    }
}
