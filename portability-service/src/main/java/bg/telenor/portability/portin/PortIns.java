package bg.telenor.portability.portin;

import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.projection.CaseIdentities;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.PortabilityError;
import bg.telenor.portability.domain.CancelGround;
import bg.telenor.portability.domain.IllegalMove;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.domain.PortIn;
import bg.telenor.portability.domain.PortInRequest;
import bg.telenor.portability.domain.RecipientRules;
import bg.telenor.portability.domain.ReversalGround;
import bg.telenor.portability.domain.Step;
import bg.telenor.portability.domain.ToRecipient;
import bg.telenor.portability.domain.ToRecipient.PortReversed;
import bg.telenor.portability.domain.WorkingCalendar;
import bg.telenor.portability.message.MessageRefused;
import bg.telenor.portability.message.MessageReply;
import bg.telenor.portability.message.OutgoingMessages;
import bg.telenor.portability.number.MovingNumbers;
import bg.telenor.portability.number.Numbers;
import bg.telenor.portability.timeline.Timeline;
import bg.telenor.portability.window.CalendarConfig;
import bg.telenor.portability.window.WindowBook;
import bg.telenor.portability.window.WindowsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * All portings to us. Each method is one transaction: the state, the messages that it asks for and
 * its events are kept together or not at all.
 */
@ApplicationScoped
class PortIns {

    private final PortInRepository repository;
    private final CaseIdentities identities;
    private final Records records;
    private final SubjectRefs refs;
    private final Numbers numbers;
    private final MovingNumbers moving;
    private final PortedNumbers ported;
    private final OutgoingMessages messages;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Operators operators;
    private final WorkingCalendar calendar;
    private final TermsConfig terms;
    private final RecipientRules rules;
    private final WindowBook book;
    private final Clock clock;

    PortIns(
            PortInRepository repository,
            CaseIdentities identities,
            Records records,
            SubjectRefs refs,
            Numbers numbers,
            MovingNumbers moving,
            PortedNumbers ported,
            OutgoingMessages messages,
            Timeline timeline,
            Outbox outbox,
            Operators operators,
            CalendarConfig calendar,
            TermsConfig terms,
            WindowsConfig windows,
            WindowBook book,
            Clock clock) {
        this.repository = repository;
        this.identities = identities;
        this.records = records;
        this.refs = refs;
        this.numbers = numbers;
        this.moving = moving;
        this.ported = ported;
        this.messages = messages;
        this.timeline = timeline;
        this.outbox = outbox;
        this.operators = operators;
        this.calendar = calendar.calendar();
        this.terms = terms;
        this.rules =
                new RecipientRules(
                        terms.porting(this.calendar),
                        windows.windows(this.calendar)::notBefore,
                        windows.lead());
        this.book = book;
        this.clock = clock;
    }

    /** A new porting; the donor is asked as soon as the identity of its case is confirmed. */
    @Transactional
    UUID start(String client, StartPorting wish) {
        var now = clock.instant();
        var content = wish.content();
        if (content.identifier().isOfUnborn(calendar.dayOf(now))) {
            throw new ProblemException(CommonError.BIRTH_DATE_IN_FUTURE);
        }
        if (!operators.others().contains(wish.donor())) {
            throw new ProblemException(PortabilityError.UNKNOWN_DONOR);
        }
        var person = refs.of(content.identifier());
        var numberRefs = content.numbers().stream().map(refs::of).toList();
        identities.bind(wish.caseId(), client);
        var id = UUID.randomUUID();
        var kept =
                new Kept(
                        RecordType.PORTING,
                        id,
                        person,
                        Purpose.NUMBER_PORTABILITY,
                        Source.DATA_SUBJECT,
                        wish.caseId());
        records.refuseIfRestricted(kept);
        if (moving.isOnItsWay(numberRefs)) {
            throw new ProblemException(PortabilityError.PORTING_IN_PROGRESS);
        }
        if (content.numbers().stream().anyMatch(number -> numbers.isOurs(number, now))) {
            throw new ProblemException(PortabilityError.NUMBER_ALREADY_OURS);
        }
        var porting =
                new PortIn.WaitingForIdentity(
                        new PortInRequest(
                                id,
                                client,
                                wish.caseId(),
                                person,
                                numberRefs,
                                wish.donor(),
                                wish.contract(),
                                now),
                        calendar.end(terms.identity(), now));
        var identified = identify(porting);
        if (identified instanceof PortIn.SubjectMismatch) {
            throw new ProblemException(PortabilityError.SUBJECT_MISMATCH);
        }
        records.keep(kept, content);
        repository.persist(PortInEntity.of(porting, now));
        timeline.moved(id, PortInStatus.of(porting));
        if (!identified.equals(porting)) {
            apply(id, waiting -> rules.moved(waiting, identified));
        }
        return id;
    }

    /** A porting of the client's own; another's is not found. */
    @Transactional
    PortIn get(String client, UUID id) {
        return owned(repository.findByIdOptional(id), client).toDomain();
    }

    /** Takes the wish back; doing so twice is no mistake. */
    @Transactional
    PortIn cancel(String client, UUID id) {
        owned(repository.locked(id), client);
        return cancel(id, CancelGround.CUSTOMER_WISH);
    }

    /** Whoever's it is. */
    @Transactional
    PortIn cancel(UUID id, CancelGround ground) {
        return wished(
                id,
                porting ->
                        rules.moved(
                                porting,
                                porting instanceof PortIn.Cancelled
                                        ? porting
                                        : porting.cancel(ground)));
    }

    /** Has the donor take the numbers back; asking twice is no mistake. */
    @Transactional
    PortIn reverse(String client, UUID id, ReversalGround ground) {
        owned(repository.locked(id), client);
        return wished(
                id,
                porting ->
                        porting instanceof PortIn.Reversing || porting instanceof PortIn.Reversed
                                ? rules.moved(porting, porting)
                                : reversed(porting, ground));
    }

    /** Something was heard of the identity of a case. */
    @Transactional(TxType.MANDATORY)
    void identityHeard(UUID caseId) {
        repository
                .waitingFor(caseId)
                .forEach(row -> apply(row.id, waiting -> rules.moved(waiting, identify(waiting))));
    }

    /** What the passing of time does. */
    @Transactional
    void due(UUID id) {
        var now = clock.instant();
        repository
                .locked(id)
                .filter(row -> row.dueAt != null && !row.dueAt.isAfter(now))
                .ifPresent(row -> apply(id, porting -> rules.due(porting, now)));
    }

    /** A message of the donor moves the porting. */
    @Transactional(TxType.MANDATORY)
    void heard(UUID id, OperatorCode donor, ToRecipient message) {
        var row =
                repository
                        .locked(id)
                        .filter(found -> found.donor.equals(donor.value()))
                        .orElseThrow(() -> new MessageRefused(MessageReply.Code.UNKNOWN_PORTING));
        timeline.heard(id, message, donor);
        var before = row.toDomain();
        var after = apply(id, porting -> rules.heard(porting, message, clock.instant()));
        if (after instanceof PortIn.Completed p && before instanceof PortIn.Executing) {
            ported.came(p);
            messages.queueForOthers(MessageType.PORT_BROADCAST, id, id, donor);
        }
        if (after instanceof PortIn.Reversed p
                && before instanceof PortIn.Reversing
                && message instanceof PortReversed m) {
            ported.wentBack(p, m.route());
        }
    }

    private Step<PortIn> reversed(PortIn porting, ReversalGround ground) {
        if (porting instanceof PortIn.Completed p && !ported.canGoBack(p)) {
            throw new ProblemException(PortabilityError.MOVE_NOT_ALLOWED);
        }
        return rules.reverse(porting, ground, clock.instant());
    }

    private PortIn wished(UUID id, Function<PortIn, Step<PortIn>> wish) {
        try {
            return apply(id, wish);
        } catch (IllegalMove e) {
            throw new ProblemException(PortabilityError.MOVE_NOT_ALLOWED, e.getMessage());
        }
    }

    private PortIn apply(UUID id, Function<PortIn, Step<PortIn>> move) {
        var row = repository.locked(id).orElseThrow();
        var before = row.toDomain();
        var step = book.booked(before, move.apply(before));
        var after = step.porting();
        if (!after.equals(before)) {
            row.write(after, clock.instant());
            timeline.moved(id, row.status);
            PortInEvents.of(before, after, operators.self()).forEach(outbox::publish);
        }
        var request = after.request();
        step.told()
                .forEach(type -> messages.queue(type, request.id(), request.id(), request.donor()));
        return after;
    }

    private PortIn identify(PortIn waiting) {
        var request = waiting.request();
        var now = clock.instant();
        return switch (identities.of(request.caseId(), Role.USER, request.person(), now)) {
            case UNKNOWN -> waiting;
            case CONFIRMED -> waiting.ask(calendar.end(terms.acknowledge(), now));
            case REFUSED -> waiting.refuseIdentity();
            case SUBJECT_MISMATCH -> waiting.mismatch();
        };
    }

    private static PortInEntity owned(Optional<PortInEntity> found, String client) {
        return found.filter(row -> row.client.equals(client))
                .orElseThrow(() -> new ProblemException(PortabilityError.PORTING_NOT_FOUND));
    }
}
