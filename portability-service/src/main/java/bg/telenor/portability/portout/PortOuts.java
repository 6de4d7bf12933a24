package bg.telenor.portability.portout;

import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.records.Records.Despite;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.PortMessage.PortRequest;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.domain.Route;
import bg.telenor.portability.domain.WorkingCalendar;
import bg.telenor.portability.message.MessageRefused;
import bg.telenor.portability.message.MessageReply;
import bg.telenor.portability.message.OutgoingMessages;
import bg.telenor.portability.number.Numbers;
import bg.telenor.portability.portin.CalendarConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All portings away from us. What another operator asks for is checked by us, not by its word. */
@ApplicationScoped
class PortOuts {

    private final PortOutRepository repository;
    private final PartnerRows rows;
    private final Records records;
    private final Evidence evidence;
    private final SubjectRefs refs;
    private final DonorChecks checks;
    private final Numbers numbers;
    private final OutgoingMessages messages;
    private final Outbox outbox;
    private final Operators operators;
    private final WorkingCalendar calendar;
    private final DonorConfig config;
    private final Clock clock;

    PortOuts(
            PortOutRepository repository,
            PartnerRows rows,
            Records records,
            Evidence evidence,
            SubjectRefs refs,
            DonorChecks checks,
            Numbers numbers,
            OutgoingMessages messages,
            Outbox outbox,
            Operators operators,
            CalendarConfig calendar,
            DonorConfig config,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.records = records;
        this.evidence = evidence;
        this.refs = refs;
        this.checks = checks;
        this.numbers = numbers;
        this.messages = messages;
        this.outbox = outbox;
        this.operators = operators;
        this.calendar = calendar.calendar();
        this.config = config;
        this.clock = clock;
    }

    /** Takes a request in; it is checked at once after, when all partners' rows may be seen. */
    @Transactional(TxType.MANDATORY)
    void receive(OperatorCode recipient, UUID portingId, PortRequest request) {
        if (repository.locked(recipient, portingId).isPresent()) {
            throw new MessageRefused(MessageReply.Code.NOT_ALLOWED_NOW);
        }
        var now = clock.instant();
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
        repository.persist(PortOutEntity.of(porting, operators.clientOf(recipient), now));
    }

    /** A message of the recipient moves its porting. */
    @Transactional(TxType.MANDATORY)
    void move(OperatorCode recipient, UUID portingId, UnaryOperator<PortOut> move) {
        var row =
                repository
                        .locked(recipient, portingId)
                        .orElseThrow(() -> new MessageRefused(MessageReply.Code.UNKNOWN_PORTING));
        apply(row, move);
    }

    /** The recipient has begun to serve the numbers: they leave us. */
    @Transactional(TxType.MANDATORY)
    void release(OperatorCode recipient, UUID portingId, Route route) {
        var now = clock.instant();
        move(recipient, portingId, porting -> porting.release(now));
        var id = repository.locked(recipient, portingId).orElseThrow().id;
        numbers.serve(
                content(id, Despite.PUBLIC_INTEREST).numbers(), new Served(recipient, route, now));
    }

    /** Decides on a request that was taken in, or whose holder has had the time to say no. */
    @Transactional
    void decide(UUID id) {
        rows.all();
        var now = clock.instant();
        repository
                .locked(id)
                .filter(row -> row.dueAt != null && !row.dueAt.isAfter(now))
                .ifPresent(
                        row -> {
                            var against = groundsAgainst(row, now);
                            apply(row, porting -> decided(porting, against, now));
                            record(row, against);
                        });
    }

    /**
     * Whose number it is says no to its leaving.
     *
     * @return the standings of what was asked for the number, as they are now
     */
    @Transactional
    List<PortOutStatus> object(Holding holding) {
        rows.all();
        return repository.lockedOpen(holding.number(), holding.person()).stream()
                .map(
                        row -> {
                            if (row.status.mayBeObjectedTo()) {
                                apply(row, PortOut::object);
                                record(row, row.rejectCodes);
                            }
                            return row.status;
                        })
                .toList();
    }

    /** What others ask in a person's name, the newest first. */
    @Transactional
    List<PortOutEntity> ofPerson(SubjectRef person) {
        rows.all();
        return repository.ofPerson(person);
    }

    private PortOut decided(PortOut porting, Set<RejectCode> against, Instant now) {
        return switch (porting) {
            case PortOut.Received p ->
                    against.isEmpty() ? p.announce(until(p, now)) : p.reject(against);
            case PortOut.Announced p -> against.isEmpty() ? p.accept() : p.reject(against);
            case PortOut.Accepted p -> p;
            case PortOut.Scheduled p -> p;
            case PortOut.Released p -> p;
            case PortOut.Rejected p -> p;
            case PortOut.Cancelled p -> p;
        };
    }

    private Instant until(PortOut porting, Instant now) {
        return calendar.end(config.objectionTerm(porting.request().recipient()), now);
    }

    private Set<RejectCode> groundsAgainst(PortOutEntity row, Instant now) {
        return checks.groundsAgainst(
                row.toDomain().request(), content(row.id, Despite.CONSENT).numbers(), now);
    }

    private void apply(PortOutEntity row, UnaryOperator<PortOut> move) {
        var before = row.toDomain();
        var after = move.apply(before);
        if (after.equals(before)) {
            return;
        }
        row.write(after, clock.instant());
        tell(after);
        PortOutEvents.of(before, after, operators.self()).forEach(outbox::publish);
    }

    private void tell(PortOut after) {
        switch (after) {
            case PortOut.Received p -> {}
            case PortOut.Announced p -> {}
            case PortOut.Accepted p -> tellRecipient(p, PortMessage.Type.PORT_ACCEPT);
            case PortOut.Scheduled p -> {}
            case PortOut.Released p -> tellRecipient(p, PortMessage.Type.PORT_EXECUTED);
            case PortOut.Rejected p -> tellRecipient(p, PortMessage.Type.PORT_REJECT);
            case PortOut.Cancelled p -> {}
        }
    }

    private void tellRecipient(PortOut porting, PortMessage.Type type) {
        var request = porting.request();
        messages.queue(type, request.id(), request.portingId(), request.recipient());
    }

    /**
     * Restricted or not: the person has asked another operator to take the number over, and a
     * number that has moved has to be found by who calls it.
     */
    private PortingContent content(UUID id, Despite ground) {
        return records.open(RecordType.PORTING, id, PortingContent.class, ground)
                .orElseThrow(() -> new IllegalStateException("content of a porting is gone"));
    }

    private void record(PortOutEntity row, Set<RejectCode> against) {
        var request = row.toDomain().request();
        var codes =
                against.stream().map(RejectCode::name).sorted().collect(Collectors.joining(" "));
        evidence.append(
                new Evidence.Entry(
                        Evidence.Action.DECISION,
                        RecordType.PORTING,
                        row.id,
                        request.person(),
                        Purpose.NUMBER_PORTABILITY,
                        null,
                        Map.of("outcome", row.status.name(), "codes", codes)));
    }
}
