package bg.telenor.kit.records;

import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.evidence.Evidence.Action;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Erases documents, whoever asks for it; in the caller's transaction. */
@ApplicationScoped
class Erasures {

    private final Documents documents;
    private final Vault vault;
    private final KeyDestruction destruction;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Instance<RecordKeeper> keepers;
    private final Clock clock;

    Erasures(
            Documents documents,
            Vault vault,
            KeyDestruction destruction,
            Evidence evidence,
            Outbox outbox,
            Instance<RecordKeeper> keepers,
            Clock clock) {
        this.documents = documents;
        this.vault = vault;
        this.destruction = destruction;
        this.evidence = evidence;
        this.outbox = outbox;
        this.keepers = keepers;
        this.clock = clock;
    }

    /**
     * Deletes documents and what their keepers have of them. What is published waits for the end of
     * the keys; only where other documents need a key on is its document's end told at once.
     *
     * @param then to be published when all of it is gone
     */
    void erase(List<Document> erased, DataErased.Reason reason, List<PublishedEvent> then) {
        erased.forEach(document -> delete(document, reason));
        var retired = vault.retireUnused(erased.stream().map(Document::key).distinct().toList());
        var waiting = new HashSet<>(retired);
        var later = new ArrayList<PublishedEvent>();
        for (var document : erased) {
            var event = event(document, reason);
            if (waiting.contains(document.key())) {
                later.add(event);
            } else {
                outbox.publish(event);
            }
        }
        later.addAll(then);
        finish(retired, later);
    }

    /** Ends a key that sealed content which was replaced, unless other documents need it. */
    void retire(UUID key) {
        finish(vault.retireUnused(List.of(key)), List.of());
    }

    private void finish(List<UUID> retired, List<PublishedEvent> later) {
        if (retired.isEmpty()) {
            later.forEach(outbox::publish);
        } else {
            destruction.request(retired, later);
        }
    }

    private void delete(Document document, DataErased.Reason reason) {
        keepers.stream()
                .filter(keeper -> keeper.record() == document.record())
                .forEach(keeper -> keeper.erased(document.id()));
        documents.delete(document);
        evidence.append(
                new Evidence.Entry(
                        Action.ERASURE,
                        document.record(),
                        document.id(),
                        document.subject(),
                        document.purpose(),
                        document.caseId(),
                        Map.of("reason", reason.name())));
    }

    private DataErased event(Document document, DataErased.Reason reason) {
        return new DataErased(
                document.subject(), document.id(), document.record(), reason, clock.instant());
    }
}
