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
import bg.telenor.kit.records.Records.Despite;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.PortabilityError;
import bg.telenor.portability.domain.CancelGround;
import bg.telenor.portability.domain.IllegalMove;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.PortIn;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.domain.PortingWindows;
import bg.telenor.portability.domain.Window;
import bg.telenor.portability.domain.WorkingCalendar;
import bg.telenor.portability.message.OutgoingMessages;
import bg.telenor.portability.number.Numbers;
import bg.telenor.portability.number.NumbersConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

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
    private final OutgoingMessages messages;
    private final Outbox outbox;
    private final Operators operators;
    private final WorkingCalendar calendar;
    private final TermsConfig terms;
    private final PortingWindows windows;
    private final NumbersConfig numbersConfig;
    private final Clock clock;

    PortIns(
            PortInRepository repository,
            CaseIdentities identities,
            Records records,
            SubjectRefs refs,
            Numbers numbers,
            OutgoingMessages messages,
            Outbox outbox,
            Operators operators,
            CalendarConfig calendar,
            TermsConfig terms,
            WindowsConfig windows,
            NumbersConfig numbersConfig,
            Clock clock) {
        this.repository = repository;
        this.identities = identities;
        this.records = records;
        this.refs = refs;
        this.numbers = numbers;
        this.messages = messages;
        this.outbox = outbox;
        this.operators = operators;
        this.calendar = calendar.calendar();
        this.terms = terms;
        this.windows = windows.windows(this.calendar);
        this.numbersConfig = numbersConfig;
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
        if (repository.isOnItsWay(numberRefs)) {
            throw new ProblemException(PortabilityError.PORTING_IN_PROGRESS);
        }
        if (content.numbers().stream().anyMatch(number -> numbers.isOurs(number, now))) {
            throw new ProblemException(PortabilityError.NUMBER_ALREADY_OURS);
        }
        var porting =
                new PortIn.WaitingForIdentity(
                        new PortIn.Request(
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
        if (!identified.equals(porting)) {
            apply(porting.request().id(), waiting -> identified);
        }
        return porting.request().id();
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
        try {
            return apply(
                    id,
                    porting ->
                            porting instanceof PortIn.Cancelled
                                    ? porting
                                    : porting.cancel(CancelGround.CUSTOMER_WISH));
        } catch (IllegalMove e) {
            throw new ProblemException(PortabilityError.MOVE_NOT_ALLOWED, e.getMessage());
        }
    }

    /** Something was heard of the identity of a case. */
    @Transactional(TxType.MANDATORY)
    void identityHeard(UUID caseId) {
        repository.waitingFor(caseId).forEach(row -> apply(row.id, this::identify));
    }

    /** What the passing of time does. */
    @Transactional
    void due(UUID id) {
        var now = clock.instant();
        repository
                .locked(id)
                .filter(row -> row.dueAt != null && !row.dueAt.isAfter(now))
                .ifPresent(row -> apply(id, porting -> whenDue(porting, now)));
    }

    /** A message of the donor moves the porting. */
    @Transactional(TxType.MANDATORY)
    void apply(UUID id, OperatorCode donor, UnaryOperator<PortIn> move, Runnable otherwise) {
        repository
                .locked(id)
                .filter(row -> row.donor.equals(donor.value()))
                .ifPresentOrElse(row -> apply(id, move), otherwise);
    }

    private PortIn apply(UUID id, UnaryOperator<PortIn> move) {
        var row = repository.locked(id).orElseThrow();
        var before = row.toDomain();
        var after = move.apply(before);
        if (after.equals(before)) {
            return before;
        }
        row.write(after, clock.instant());
        tell(before, after);
        PortInEvents.of(after, operators.self()).forEach(outbox::publish);
        return after;
    }

    private PortIn identify(PortIn waiting) {
        var request = waiting.request();
        var now = clock.instant();
        return switch (identities.of(request.caseId(), Role.USER, request.person(), now)) {
            case UNKNOWN -> waiting;
            case CONFIRMED -> waiting.ask(calendar.end(terms.answer(), now));
            case REFUSED -> waiting.refuseIdentity();
            case SUBJECT_MISMATCH -> waiting.mismatch();
        };
    }

    private PortIn whenDue(PortIn porting, Instant now) {
        return switch (porting) {
            case PortIn.WaitingForIdentity p -> p.expire();
            case PortIn.Requested p -> p.expire();
            case PortIn.Accepted p -> p.schedule(usable(windows.after(p.acceptedAt()), now));
            case PortIn.Scheduled p ->
                    p.window().isOver(now) ? p.schedule(windows.after(now)) : p.execute();
            case PortIn.Executing p -> p;
            case PortIn.Completed p -> p;
            case PortIn.Rejected p -> p;
            case PortIn.Cancelled p -> p;
            case PortIn.Expired p -> p;
            case PortIn.SubjectMismatch p -> p;
            case PortIn.IdentityRefused p -> p;
        };
    }

    /** The window, or another when it passed while we were down. */
    private Window usable(Window window, Instant now) {
        return window.isOver(now) ? windows.after(now) : window;
    }

    /** What a new state has us tell other operators. */
    private void tell(PortIn before, PortIn after) {
        switch (after) {
            case PortIn.WaitingForIdentity p -> {}
            case PortIn.Requested p -> tellDonor(p, PortMessage.Type.PORT_REQUEST);
            case PortIn.Accepted p -> {}
            case PortIn.Scheduled p -> tellDonor(p, PortMessage.Type.PORT_SCHEDULE);
            case PortIn.Executing p -> tellDonor(p, PortMessage.Type.PORT_EXECUTE);
            case PortIn.Completed p -> served(p);
            case PortIn.Rejected p -> {}
            case PortIn.Cancelled p -> takeBack(before);
            case PortIn.Expired p -> takeBack(before);
            case PortIn.SubjectMismatch p -> {}
            case PortIn.IdentityRefused p -> {}
        }
    }

    /** A donor that was never asked has nothing to forget. */
    private void takeBack(PortIn before) {
        if (!(before instanceof PortIn.WaitingForIdentity)) {
            tellDonor(before, PortMessage.Type.PORT_CANCEL);
        }
    }

    private void tellDonor(PortIn porting, PortMessage.Type type) {
        var request = porting.request();
        messages.queue(type, request.id(), request.id(), request.donor());
    }

    private void served(PortIn.Completed porting) {
        var id = porting.request().id();
        // The number has moved: calls to it have to find their way.
        records.open(RecordType.PORTING, id, PortingContent.class, Despite.PUBLIC_INTEREST)
                .ifPresent(
                        content ->
                                numbers.serve(
                                        content.numbers(),
                                        new Served(
                                                operators.self(),
                                                numbersConfig.ownRoute(),
                                                porting.completedAt())));
        operators.others().stream()
                .filter(other -> !other.equals(porting.request().donor()))
                .forEach(third -> messages.queue(PortMessage.Type.PORT_BROADCAST, id, id, third));
    }

    private static PortInEntity owned(Optional<PortInEntity> found, String client) {
        return found.filter(row -> row.client.equals(client))
                .orElseThrow(() -> new ProblemException(PortabilityError.PORTING_NOT_FOUND));
    }
}
