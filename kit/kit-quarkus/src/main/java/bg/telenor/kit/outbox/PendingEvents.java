package bg.telenor.kit.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;

/** The events of one transaction, written at its end, so that the locks of their keys are short. */
final class PendingEvents implements Synchronization {

    private final List<OutboxRow> events = new ArrayList<>();
    private final OutboxRows rows;

    PendingEvents(OutboxRows rows) {
        this.rows = rows;
    }

    void add(OutboxRow event) {
        events.add(event);
    }

    @Override
    public void beforeCompletion() {
        rows.insert(events);
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            rows.committed();
        }
    }
}
