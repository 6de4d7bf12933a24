package bg.telenor.kit.vault;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

/**
 * Removes keys that must not be there: those that nothing names, and those that a backup revived.
 */
@ApplicationScoped
class KeyHousekeeping {

    /** Far longer than any transaction, so that no key is swept that is about to be named. */
    private static final Duration ORPHANED_AFTER = Duration.ofHours(24);

    private static final int PAGE = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final VaultKeys keys;
    private final KeyStore store;
    private final Clock clock;

    KeyHousekeeping(VaultKeys keys, KeyStore store, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Before the service is ready: a restored keys database holds keys that were destroyed since.
     */
    void destroyRevived(@Observes StartupEvent started) {
        var page = keys.listDestroyed(FIRST, PAGE);
        while (!page.isEmpty()) {
            store.delete(page);
            page = keys.listDestroyed(page.getLast(), PAGE);
        }
    }

    /** Each key is looked at once: it is adopted when its row is there, else it goes. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweepOrphans() {
        var madeBefore = clock.instant().minus(ORPHANED_AFTER);
        for (var page = store.notAdopted(madeBefore, PAGE);
                !page.isEmpty();
                page = store.notAdopted(madeBefore, PAGE)) {
            var named = keys.known(page);
            var orphans = new ArrayList<>(page);
            orphans.removeAll(named);
            store.adopt(named);
            store.delete(orphans);
            if (!orphans.isEmpty()) {
                Log.infof("%d data keys that no transaction named are gone", orphans.size());
            }
        }
    }
}
