package bg.telenor.kit.records;

import bg.telenor.events.intake.IntakeEvent.DataErased.Reason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Erases what has come to the end of its term, on every replica; a legal hold stops it. */
@ApplicationScoped
class Retention {

    private static final int BATCH = 100;

    private final Documents documents;
    private final Erasures erasures;
    private final Clock clock;

    Retention(Documents documents, Erasures erasures, Clock clock) {
        this.documents = documents;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Scheduled(
            every = "${suite.retention.every:10s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void eraseDue() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::eraseBatch);
        }
    }

    private boolean eraseBatch() {
        var due = documents.lockDue(clock.instant(), BATCH);
        if (!due.isEmpty()) {
            erasures.erase(due, Reason.RETENTION, List.of());
        }
        return due.size() == BATCH;
    }
}
