package bg.telenor.portability.portout;

import bg.telenor.kit.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Moves the portings away from us whose time has come. */
@ApplicationScoped
class PortOutDue {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DueWork work;
    private final PortOuts portOuts;

    PortOutDue(DueWork work, PortOuts portOuts) {
        this.work = work;
        this.portOuts = portOuts;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        work.each("port_out", LEASE, portOuts::due);
    }
}
