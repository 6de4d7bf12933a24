package bg.telenor.portability.protection;

import bg.telenor.events.intake.IntakeEvent.DataErased.Reason;
import bg.telenor.events.porting.PortingEvent.PortLockLifted;
import bg.telenor.events.porting.PortingEvent.PortLockSet;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.records.Records.Despite;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.portability.protection.Holders.Held;
import bg.telenor.portability.protection.PortLockContent.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The port locks: while there is one, its number does not leave us. It lasts until its subscriber
 * lifts it or the holding ends; what is kept of it is only that it is there.
 */
@ApplicationScoped
public class PortLocks {

    /** Shorter than the retention of its class, so that none ends by the passing of time. */
    private static final Period LOOK_AGAIN = Period.ofYears(1);

    private final PortLockRepository repository;
    private final Holdings holdings;
    private final Records records;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Clock clock;

    PortLocks(
            PortLockRepository repository,
            Holdings holdings,
            Records records,
            Evidence evidence,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.holdings = holdings;
        this.records = records;
        this.evidence = evidence;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Locks a number; one that is locked stays as it is. */
    @Transactional
    UUID lock(Held held, Channel through) {
        var holding = held.holding();
        repository.lock(holding.id());
        return repository
                .ofHolding(holding.id())
                .map(row -> row.id)
                .orElseGet(() -> set(held, through));
    }

    /** Lets a number go again; one that is not locked stays as it is. */
    @Transactional
    void lift(Held held, Channel through) {
        var holding = held.holding();
        repository.lock(holding.id());
        repository
                .ofHolding(holding.id())
                .ifPresent(
                        row -> {
                            record(row, held.caseId(), through);
                            outbox.publish(new PortLockLifted(holding.number(), row.id));
                            records.erase(RecordType.PORT_LOCK, row.id, Reason.REQUEST);
                        });
    }

    /** The locks of a person's numbers. */
    @Transactional
    List<PortLockContent> ofPerson(SubjectRef person) {
        return repository.ofPerson(person).stream().flatMap(row -> content(row).stream()).toList();
    }

    /** Whether the subscriber who has a number by a holding has locked it. */
    @Transactional(TxType.MANDATORY)
    public boolean isLocked(UUID holding) {
        return repository.ofHolding(holding).isPresent();
    }

    /** A holding ends, now or then, and its lock with it. */
    @Transactional(TxType.MANDATORY)
    public void holdingEnds(UUID holding, Instant at) {
        repository.lock(holding);
        repository.ofHolding(holding).ifPresent(row -> row.dueAt = at);
    }

    /** What the passing of time does. */
    @Transactional
    void due(UUID id) {
        var now = now();
        repository
                .findByIdOptional(id)
                .filter(row -> row.dueAt != null && !row.dueAt.isAfter(now))
                .ifPresent(row -> due(row, now));
    }

    private void due(PortLockEntity row, Instant now) {
        var lasting =
                holdings.ofNumber(new SubjectRef(row.numberRef), now).stream()
                        .filter(holding -> holding.id().equals(row.holdingId))
                        .findFirst();
        var content = content(row);
        if (lasting.isEmpty() || content.isEmpty()) {
            records.erase(RecordType.PORT_LOCK, row.id, Reason.RETENTION);
            return;
        }
        keep(row, content.get(), null);
        row.dueAt = lookAgain(lasting.get(), now);
        row.leaseUntil = null;
    }

    private UUID set(Held held, Channel through) {
        var holding = held.holding();
        var now = now();
        var row = PortLockEntity.of(UUID.randomUUID(), holding, now);
        row.dueAt = lookAgain(holding, now);
        keep(row, new PortLockContent(held.number(), through, now), held.caseId());
        repository.persist(row);
        outbox.publish(new PortLockSet(holding.number(), row.id));
        return row.id;
    }

    private void keep(PortLockEntity row, PortLockContent content, UUID caseId) {
        records.keep(
                new Kept(
                        RecordType.PORT_LOCK,
                        row.id,
                        new SubjectRef(row.personRef),
                        Purpose.NUMBER_PROTECTION,
                        Source.DATA_SUBJECT,
                        caseId),
                content);
    }

    private Optional<PortLockContent> content(PortLockEntity row) {
        return records.open(
                RecordType.PORT_LOCK, row.id, PortLockContent.class, Despite.DUTY_TO_PERSON);
    }

    private void record(PortLockEntity row, UUID caseId, Channel through) {
        evidence.append(
                new Evidence.Entry(
                        Evidence.Action.DECISION,
                        RecordType.PORT_LOCK,
                        row.id,
                        new SubjectRef(row.personRef),
                        Purpose.NUMBER_PROTECTION,
                        caseId,
                        Map.of("outcome", "LIFTED", "through", through.name())));
    }

    private static Instant lookAgain(Holding holding, Instant now) {
        var later = now.atOffset(ZoneOffset.UTC).plus(LOOK_AGAIN).toInstant();
        return holding.until() != null && holding.until().isBefore(later) ? holding.until() : later;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
