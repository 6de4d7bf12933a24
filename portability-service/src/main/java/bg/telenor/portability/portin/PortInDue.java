package bg.telenor.portability.portin;

import bg.telenor.kit.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Moves the portings to us whose time has come. */
@ApplicationScoped
class PortInDue {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DueWork work;
    private final PortIns portIns;

    PortInDue(DueWork work, PortIns portIns) {
        this.work = work;
        this.portIns = portIns;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        work.each("port_in", LEASE, portIns::due);
    }
}
