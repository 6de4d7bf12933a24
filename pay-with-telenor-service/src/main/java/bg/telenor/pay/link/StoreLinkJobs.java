package bg.telenor.pay.link;

import bg.telenor.kit.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends links when their time comes. */
@ApplicationScoped
class StoreLinkJobs {

    private final DueWork dueWork;
    private final StoreLinks links;
    private final StoreLinkConfig config;

    StoreLinkJobs(DueWork dueWork, StoreLinks links, StoreLinkConfig config) {
        this.dueWork = dueWork;
        this.links = links;
        this.config = config;
    }

    @Scheduled(
            every = "${suite.store-links.check-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleDueLinks() {
        dueWork.each("store_link", config.lease(), links::settle);
    }
}
