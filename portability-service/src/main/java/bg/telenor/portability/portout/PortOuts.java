package bg.telenor.portability.portout;

import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.records.Records.Despite;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.PortabilityError;
import bg.telenor.portability.domain.DonorRules;
import bg.telenor.portability.domain.DonorRules.Whereabouts;
import bg.telenor.portability.domain.IllegalMove;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.domain.Route;
import bg.telenor.portability.domain.Step;
import bg.telenor.portability.domain.ToDonor;
import bg.telenor.portability.domain.ToDonor.PortExecute;
import bg.telenor.portability.domain.ToDonor.PortRequest;
import bg.telenor.portability.domain.WorkingCalendar;
import bg.telenor.portability.message.MessageRefused;
import bg.telenor.portability.message.MessageReply;
import bg.telenor.portability.message.OutgoingMessages;
import bg.telenor.portability.number.Numbers;
import bg.telenor.portability.number.NumbersConfig;
import bg.telenor.portability.portin.TermsConfig;
import bg.telenor.portability.timeline.Timeline;
import bg.telenor.portability.window.CalendarConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** All portings away from us. What another operator asks for is checked by us, not by its word. */
@ApplicationScoped
class PortOuts {

    private final PortOutRepository repository;
    private final PartnerRows rows;
    private final Records records;
    private final DonorChecks checks;
    private final SubjectRefs refs;
    private final Numbers numbers;
    private final NumbersConfig numbersConfig;
    private final OutgoingMessages messages;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Operators operators;
    private final WorkingCalendar calendar;
    private final DonorRules rules;
    private final DonorConfig config;
    private final Clock clock;

    PortOuts(
            PortOutRepository repository,
            PartnerRows rows,
            Records records,
            DonorChecks checks,
            SubjectRefs refs,
            Numbers numbers,
            NumbersConfig numbersConfig,
            OutgoingMessages messages,
            Timeline timeline,
            Outbox outbox,
            Operators operators,
            CalendarConfig calendar,
            TermsConfig terms,
            DonorConfig config,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.records = records;
        this.checks = checks;
        this.refs = refs;
        this.numbers = numbers;
        this.numbersConfig = numbersConfig;
        this.messages = messages;
        this.timeline = timeline;
        this.outbox = outbox;
        this.operators = operators;
        this.calendar = calendar.calendar();
        this.rules = new DonorRules(terms.porting(this.calendar));
        this.config = config;
        this.clock = clock;
    }

    /** Takes a request in; it is checked at once after, when all partners' rows may be seen. */
    @Transactional(TxType.MANDATORY)
    void receive(OperatorCode recipient, UUID portingId, PortRequest request) {
        if (repository.locked(recipient, portingId).isPresent()) {
            throw new MessageRefused(MessageReply.Code.NOT_ALLOWED_NOW);
        }
        var now = now();
        var person = refs.of(request.identifier());
        var porting =
                new PortOut.Received(
                        new PortOut.Request(
                                UUID.randomUUID(),
                                recipient,
                                portingId,
                                person,
                                request.numbers().stream().map(refs::of).toList(),
                                now));
        records.keep(
                new Kept(
                        RecordType.PORTING,
                        porting.request().id(),
                        person,
                        Purpose.NUMBER_PORTABILITY,
                        Source.RECIPIENT_OPERATOR,
                        null),
                new PortingContent(
                        request.identifier(), request.documentNumber(), request.numbers()));
        var row =
                PortOutEntity.of(porting, operators.clientOf(recipient), rules.answerBy(now), now);
        repository.persist(row);
        timeline.heard(row.id, request, recipient);
        timeline.moved(row.id, row.status);
        tell(rules.received(porting));
    }

    /** The recipient says something about its porting. */
    @Transactional(TxType.MANDATORY)
    void heard(OperatorCode recipient, UUID portingId, ToDonor message) {
        var row =
                repository
                        .locked(recipient, portingId)
                        .orElseThrow(() -> new MessageRefused(MessageReply.Code.UNKNOWN_PORTING));
        timeline.heard(row.id, message, recipient);
        var now = now();
        var before = row.toDomain();
        var after =
                apply(row, porting -> rules.heard(porting, message, whereabouts(row, now), now));
        if (after instanceof PortOut.Released p
                && before instanceof PortOut.Scheduled
                && message instanceof PortExecute m) {
            serve(p, recipient, m.route(), p.releasedAt());
        }
        if (after instanceof PortOut.Reversed p && before instanceof PortOut.Released) {
            serve(p, operators.self(), numbersConfig.ownRoute(), p.reversedAt());
            var request = p.request();
            messages.queueForOthers(
                    MessageType.PORT_BROADCAST,
                    request.id(),
                    request.portingId(),
                    request.recipient());
        }
    }

    /** Decides on a request that was taken in, or ends what its recipient did not go on with. */
    @Transactional
    void due(UUID id) {
        rows.all();
        var now = now();
        repository
                .locked(id)
                .filter(row -> row.dueAt != null && !row.dueAt.isAfter(now))
                .ifPresent(
                        row -> {
                            if (row.status.isUndecided()) {
                                decide(row, now);
                            } else {
                                apply(row, rules::due);
                            }
                        });
    }

    /** Somebody of ours moves a porting. */
    @Transactional
    PortOut decide(UUID id, UnaryOperator<PortOut> move) {
        return ours(id, porting -> rules.moved(porting, move.apply(porting)));
    }

    /** The holder need not be waited for any longer; what else stands against it still does. */
    @Transactional
    PortOut hasten(UUID id) {
        var row = found(id);
        if (row.status != PortOutStatus.ANNOUNCED) {
            throw new ProblemException(PortabilityError.MOVE_NOT_ALLOWED);
        }
        return decide(row, now());
    }

    /**
     * Whose number it is says no to its leaving.
     *
     * @return where each porting that would have taken it stands now
     */
    @Transactional
    List<PortOut> object(Holding holding) {
        rows.all();
        return repository.lockedOpen(holding.number(), holding.person()).stream()
                .map(row -> apply(row, rules::objected))
                .peek(checks::recordObjection)
                .toList();
    }

    private PortOut ours(UUID id, Function<PortOut, Step<PortOut>> move) {
        try {
            return apply(found(id), move);
        } catch (IllegalMove e) {
            throw new ProblemException(PortabilityError.MOVE_NOT_ALLOWED, e.getMessage());
        }
    }

    private PortOutEntity found(UUID id) {
        rows.all();
        return repository
                .locked(id)
                .orElseThrow(() -> new ProblemException(PortabilityError.PORTING_NOT_FOUND));
    }

    private PortOut decide(PortOutEntity row, Instant now) {
        var content = content(row.id, Despite.CONSENT);
        numbers.lock(content.numbers());
        var against = checks.groundsAgainst(row.toDomain().request(), content, now);
        var until = calendar.end(config.objectionTerm(new OperatorCode(row.recipient)), now);
        return apply(row, porting -> rules.decided(porting, against, until, now));
    }

    private PortOut apply(PortOutEntity row, Function<PortOut, Step<PortOut>> move) {
        var before = row.toDomain();
        var step = move.apply(before);
        var after = step.porting();
        if (!after.equals(before)) {
            row.write(after, now());
            timeline.moved(row.id, row.status);
            PortOutEvents.of(before, after, operators.self()).forEach(outbox::publish);
        }
        tell(step);
        return after;
    }

    private void tell(Step<? extends PortOut> step) {
        var request = step.porting().request();
        step.told()
                .forEach(
                        type ->
                                messages.queue(
                                        type,
                                        request.id(),
                                        request.portingId(),
                                        request.recipient()));
    }

    private void serve(PortOut porting, OperatorCode operator, Route route, Instant from) {
        numbers.serve(
                content(porting.request().id(), Despite.PUBLIC_INTEREST).numbers(),
                new Served(operator, route, from));
    }

    private Whereabouts whereabouts(PortOutEntity row, Instant now) {
        return new Whereabouts() {

            @Override
            public boolean allOurs() {
                var all = content(row.id, Despite.PUBLIC_INTEREST).numbers();
                numbers.lock(all);
                return all.stream().allMatch(number -> numbers.isOurs(number, now));
            }

            @Override
            public boolean allWithRecipientSince(Instant moment) {
                return numbers.areServedSince(
                        content(row.id, Despite.PUBLIC_INTEREST).numbers(),
                        new OperatorCode(row.recipient),
                        moment);
            }
        };
    }

    /** What the database keeps of it, so that both sides keep one moment. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Restricted or not: the person has asked another operator to take the number over, and a
     * number that has moved has to be found by who calls it.
     */
    private PortingContent content(UUID id, Despite ground) {
        return records.open(RecordType.PORTING, id, PortingContent.class, ground)
                .orElseThrow(() -> new IllegalStateException("content of a porting is gone"));
    }
}
