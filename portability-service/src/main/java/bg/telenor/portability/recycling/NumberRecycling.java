package bg.telenor.portability.recycling;

import static bg.telenor.kit.processing.Purpose.NUMBER_RECYCLING;
import static bg.telenor.portability.PortabilityError.IDENTIFIER_NOT_FOUND;
import static bg.telenor.portability.PortabilityError.OUT_OF_RANGE;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.intake.IntakeEvent.DataDisclosed;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.evidence.Evidence.Action;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.Subscribers;
import bg.telenor.portability.domain.Subscribers.Change;
import bg.telenor.portability.domain.Subscribers.Term;
import bg.telenor.portability.number.Numbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells partners whether a number changed hands. Each answer is in evidence with its purpose, and
 * in the list of disclosures of whoever has the number.
 */
@ApplicationScoped
class NumberRecycling {

    private final RecyclingConfig config;
    private final Numbers numbers;
    private final Holdings holdings;
    private final SubjectRefs refs;
    private final Records records;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Clock clock;

    NumberRecycling(
            RecyclingConfig config,
            Numbers numbers,
            Holdings holdings,
            SubjectRefs refs,
            Records records,
            Evidence evidence,
            Outbox outbox,
            Clock clock) {
        this.config = config;
        this.numbers = numbers;
        this.holdings = holdings;
        this.refs = refs;
        this.records = records;
        this.evidence = evidence;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Whether somebody else subscribes to a number than on a day.
     *
     * @param number empty when it is none of the country's
     * @throws ProblemException FORBIDDEN when nothing was agreed with the client;
     *     IDENTIFIER_NOT_FOUND when nobody has the number from us; OUT_OF_RANGE when it is not
     *     known who had it on the day
     */
    @Transactional
    boolean changed(String client, Optional<Msisdn> number, LocalDate day) {
        var partner = partner(client);
        var now = clock.instant();
        if (day.isAfter(LocalDate.ofInstant(now, config.zone()))) {
            throw new ProblemException(OUT_OF_RANGE);
        }
        var ours =
                number.filter(of -> numbers.isOurs(of, now))
                        .orElseThrow(() -> new ProblemException(IDENTIFIER_NOT_FOUND));
        var known = subscriptions(ours, day, now);
        var present = known.stream().filter(holding -> holding.until() == null).toList();
        if (present.isEmpty()) {
            throw new ProblemException(IDENTIFIER_NOT_FOUND);
        }
        present.forEach(holding -> records.refuseIfRestricted(record(holding)));
        var change = change(ours, known, day, now);
        if (change == Change.NOT_KNOWN) {
            throw new ProblemException(OUT_OF_RANGE);
        }
        present.forEach(holding -> disclosed(holding, partner, day, change, now));
        return change == Change.CHANGED;
    }

    /** While another operator served the number, its subscriber was known to that one alone. */
    private Change change(Msisdn number, List<Holding> known, LocalDate day, Instant now) {
        var change =
                new Subscribers(
                                known.stream()
                                        .map(of -> new Term(of.person(), of.from(), of.until()))
                                        .toList())
                        .since(day, config.zone(), now, now.minus(config.knownFor()));
        boolean wasHere = numbers.isOurs(number, beginOf(day));
        return wasHere || change == Change.UNCHANGED ? change : Change.NOT_KNOWN;
    }

    private List<Holding> subscriptions(Msisdn number, LocalDate day, Instant now) {
        return holdings.ofNumber(refs.of(number), beginOf(day), now).stream()
                .filter(holding -> holding.capacity() == Capacity.SUBSCRIBER)
                .toList();
    }

    private void disclosed(
            Holding holding, OperatorCode partner, LocalDate day, Change change, Instant now) {
        evidence.append(
                new Evidence.Entry(
                        Action.DISCLOSURE,
                        RecordType.HOLDING,
                        holding.id(),
                        holding.person(),
                        NUMBER_RECYCLING,
                        null,
                        Map.of(
                                "recipient", partner.value(),
                                "day", day.toString(),
                                "answer", change.name())));
        outbox.publish(
                new DataDisclosed(
                        holding.person(),
                        holding.id(),
                        RecordType.HOLDING,
                        NUMBER_RECYCLING,
                        partner,
                        now));
    }

    private static Kept record(Holding holding) {
        return new Kept(
                RecordType.HOLDING,
                holding.id(),
                holding.person(),
                NUMBER_RECYCLING,
                Source.BILLING,
                null);
    }

    private OperatorCode partner(String client) {
        var agreed = config.partners().get(client);
        if (agreed == null) {
            throw new ProblemException(CommonError.FORBIDDEN);
        }
        return new OperatorCode(agreed.code());
    }

    private Instant beginOf(LocalDate day) {
        return day.atStartOfDay(config.zone()).toInstant();
    }
}
