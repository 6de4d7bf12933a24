package bg.telenor.consent.holdings;

import static bg.telenor.consent.ConsentError.NUMBER_ALREADY_HELD;
import static bg.telenor.consent.ConsentError.SUBSCRIPTION_CONFLICT;
import static bg.telenor.kit.processing.RecordType.HOLDING;

import bg.telenor.consent.domain.Holding;
import bg.telenor.consent.domain.Holding.Capacity;
import bg.telenor.events.holdings.HoldingEvent;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has which number. Billing is the truth; the other services hear of it from here. */
@ApplicationScoped
public class HoldingRegister {

    /** What came of something that billing said. */
    enum Outcome {
        OPENED,
        CLOSED,
        UNCHANGED
    }

    private final HoldingRepository repository;
    private final SubjectRefs refs;
    private final Records records;
    private final Outbox outbox;
    private final Event<HoldingEnded> ended;
    private final Clock clock;

    HoldingRegister(
            HoldingRepository repository,
            SubjectRefs refs,
            Records records,
            Outbox outbox,
            Event<HoldingEnded> ended,
            Clock clock) {
        this.repository = repository;
        this.refs = refs;
        this.records = records;
        this.outbox = outbox;
        this.ended = ended;
        this.clock = clock;
    }

    /** Takes what billing says of one subscription; the same again changes nothing. */
    @Transactional
    Outcome heard(UUID id, HoldingContent content) {
        var said =
                new Holding(
                        id,
                        refs.of(content.number()),
                        refs.of(content.person()),
                        content.capacity(),
                        content.from(),
                        content.until());
        repository.lock(said.number());
        var known = repository.findById(id);
        if (known == null) {
            return open(said, content);
        }
        return close(known, said, content);
    }

    /** Those of a person, the newest first. */
    @Transactional
    public List<Holding> ofPerson(SubjectRef person) {
        return repository.ofPerson(person);
    }

    /** By which holding a person has a number at a moment. */
    @Transactional
    public Optional<Holding> of(SubjectRef person, SubjectRef number, Instant at) {
        return repository.ofNumber(number).stream()
                .filter(holding -> holding.person().equals(person) && holding.lastsAt(at))
                .min(bySubscriberFirst());
    }

    /** Whose number it was at a moment. */
    @Transactional
    public Optional<SubjectRef> subscriberOf(SubjectRef number, Instant at) {
        return repository.ofNumber(number).stream()
                .filter(holding -> holding.capacity() == Capacity.SUBSCRIBER)
                .filter(holding -> holding.lastsAt(at))
                .map(Holding::person)
                .findFirst();
    }

    /** The number on which a person can be reached at a moment. */
    @Transactional
    public Optional<Msisdn> addressOf(SubjectRef person, Instant at) {
        return repository.ofPerson(person).stream()
                .filter(holding -> holding.lastsAt(at))
                .sorted(bySubscriberFirst())
                .flatMap(holding -> content(holding).stream())
                .map(HoldingContent::number)
                .findFirst();
    }

    /** One number of a person's, while they have it. */
    @Transactional
    public Optional<Msisdn> addressOf(SubjectRef person, SubjectRef number, Instant at) {
        return of(person, number, at).flatMap(this::content).map(HoldingContent::number);
    }

    private Optional<HoldingContent> content(Holding holding) {
        return records.open(
                HOLDING, holding.id(), HoldingContent.class, Records.Despite.DUTY_TO_PERSON);
    }

    @Transactional
    public boolean lasts(UUID id, Instant at) {
        return repository.findByIdOptional(id).stream().anyMatch(row -> row.toDomain().lastsAt(at));
    }

    /** Tells the rest of this service of an end whose time has come. */
    @Transactional
    void end(UUID id) {
        repository
                .findByIdOptional(id)
                .ifPresent(
                        row -> {
                            row.endDueAt = null;
                            ended.fire(new HoldingEnded(row.toDomain()));
                        });
    }

    /** Its content goes, so nobody can be found by it any more. */
    @Transactional
    void forget(UUID id) {
        repository
                .findByIdOptional(id)
                .ifPresent(
                        row -> {
                            var holding = row.toDomain();
                            repository.delete(row);
                            repository.flush();
                            if (holding.until() == null) {
                                publishEnd(holding, clock.instant());
                            }
                            ended.fire(new HoldingEnded(holding));
                        });
    }

    private Outcome open(Holding said, HoldingContent content) {
        if (said.capacity() == Capacity.SUBSCRIBER
                && repository.ofNumber(said.number()).stream()
                        .filter(other -> other.capacity() == Capacity.SUBSCRIBER)
                        .anyMatch(said::meets)) {
            throw new ProblemException(NUMBER_ALREADY_HELD);
        }
        repository.persist(new HoldingEntity().write(said));
        keep(said, content);
        outbox.publish(
                new HoldingOpened(
                        said.number(),
                        said.id(),
                        said.person(),
                        HoldingEvent.Capacity.valueOf(said.capacity().name()),
                        said.from()));
        if (said.until() != null) {
            publishEnd(said, said.until());
        }
        return Outcome.OPENED;
    }

    private Outcome close(HoldingEntity row, Holding said, HoldingContent content) {
        var known = row.toDomain();
        if (known.equals(said)) {
            return Outcome.UNCHANGED;
        }
        if (!known.sameButForItsEnd(said) || known.until() != null) {
            throw new ProblemException(SUBSCRIPTION_CONFLICT);
        }
        row.write(said);
        keep(said, content);
        publishEnd(said, said.until());
        return Outcome.CLOSED;
    }

    private void keep(Holding holding, HoldingContent content) {
        records.keep(
                new Kept(
                        HOLDING,
                        holding.id(),
                        holding.person(),
                        Purpose.CONTRACT_ADMINISTRATION,
                        Source.BILLING,
                        null),
                content);
    }

    private void publishEnd(Holding holding, Instant end) {
        outbox.publish(new HoldingClosed(holding.number(), holding.id(), end));
    }

    private static Comparator<Holding> bySubscriberFirst() {
        return Comparator.comparing(Holding::capacity);
    }
}
