package bg.telenor.consent.inventory;

import bg.telenor.consent.holdings.References;
import bg.telenor.events.intake.IntakeEvent;
import bg.telenor.events.intake.IntakeEvent.DataDisclosed;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What all services keep, as they say it on topic {@code intake}. Events of one person come in
 * order, but may come again, or be what is left after others were lost: each sets what it knows.
 */
@ApplicationScoped
class Inventory {

    private static final Comparator<InventoryEntity> NEWEST_FIRST =
            Comparator.<InventoryEntity, Instant>comparing(row -> row.receivedAt)
                    .thenComparing(row -> row.key.recordId().toString())
                    .reversed();

    /** A record, and to whom it was given. */
    record Item(InventoryEntity record, List<DisclosureEntity> disclosures) {}

    private final InventoryRepository repository;
    private final DisclosureRepository disclosures;
    private final References references;
    private final InventoryConfig config;
    private final Clock clock;

    Inventory(
            InventoryRepository repository,
            DisclosureRepository disclosures,
            References references,
            InventoryConfig config,
            Clock clock) {
        this.repository = repository;
        this.disclosures = disclosures;
        this.references = references;
        this.config = config;
        this.clock = clock;
    }

    /** Whether the data is still there, as far as it is known. */
    @Transactional
    boolean received(DataReceived event, String service) {
        var row = row(event.record(), event, service);
        row.purpose = event.purpose();
        row.source = event.source();
        row.caseId = event.caseId();
        row.receivedAt = event.receivedAt();
        row.retainUntil = event.retainUntil();
        if (row.erasedAt != null && event.receivedAt().isAfter(row.erasedAt)) {
            row.erasedAt = null;
            row.erasedReason = null;
        }
        return row.erasedAt == null;
    }

    @Transactional
    void erased(DataErased event, String service) {
        var row = row(event.record(), event, service);
        if (row.receivedAt == null || !row.receivedAt.isAfter(event.erasedAt())) {
            row.erasedAt = event.erasedAt();
            row.erasedReason = event.reason();
        }
    }

    @Transactional
    void disclosed(UUID eventId, DataDisclosed event) {
        var row = new DisclosureEntity();
        row.id = eventId;
        row.recordType = event.record();
        row.recordId = event.recordId();
        row.purpose = event.purpose();
        row.recipient = event.recipient().value();
        row.disclosedAt = event.disclosedAt();
        disclosures.persist(row);
    }

    /**
     * What is kept about a person, the newest first: under their own number in a register, and
     * about the telephone numbers that they subscribed to, from the time that they did.
     */
    @Transactional
    List<Item> of(SubjectRef person, Place behind, int limit) {
        return references.of(person).stream()
                .flatMap(part -> repository.of(part, behind, limit).stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .map(row -> new Item(row, disclosures.of(row.key)))
                .toList();
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void forgetOld() {
        repository.forgetErasedBefore(clock.instant().minus(config.keepErased()));
    }

    private InventoryEntity row(RecordType record, IntakeEvent event, String service) {
        var key = new InventoryEntity.Key(record, event.recordId());
        return repository
                .findByIdOptional(key)
                .orElseGet(
                        () -> {
                            var row = new InventoryEntity();
                            row.key = key;
                            row.subjectRef = event.key().value();
                            row.service = service;
                            repository.persist(row);
                            return row;
                        });
    }
}
