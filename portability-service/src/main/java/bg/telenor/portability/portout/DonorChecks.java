package bg.telenor.portability.portout;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.domain.DonorCheck;
import bg.telenor.portability.domain.DonorCheck.Facts;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.number.MovingNumbers;
import bg.telenor.portability.number.Numbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks up what we know of numbers that another operator asks for, and checks the request by it.
 */
@ApplicationScoped
class DonorChecks {

    private final SubjectRefs refs;
    private final Holdings holdings;
    private final Numbers numbers;
    private final MovingNumbers moving;
    private final Operators operators;
    private final Evidence evidence;

    DonorChecks(
            SubjectRefs refs,
            Holdings holdings,
            Numbers numbers,
            MovingNumbers moving,
            Operators operators,
            Evidence evidence) {
        this.refs = refs;
        this.holdings = holdings;
        this.numbers = numbers;
        this.moving = moving;
        this.operators = operators;
        this.evidence = evidence;
    }

    /** The grounds against a request; that it was decided, and how, goes into evidence. */
    Set<RejectCode> groundsAgainst(PortOut.Request request, PortingContent content, Instant now) {
        var facts = content.numbers().stream().map(number -> facts(number, now)).toList();
        var against = new DonorCheck(operators.self()).groundsAgainst(request.person(), facts);
        record(request, against);
        return against;
    }

    private Facts facts(Msisdn number, Instant at) {
        var ref = refs.of(number);
        var held = holdings.ofNumber(ref, at);
        return new Facts(
                numbers.historyOf(number).servedBy(at),
                held.stream()
                        .filter(holding -> holding.capacity() == Capacity.SUBSCRIBER)
                        .map(Holding::person)
                        .findFirst(),
                held.stream()
                        .filter(holding -> holding.capacity() != Capacity.SUBSCRIBER)
                        .map(Holding::person)
                        .collect(Collectors.toSet()),
                moving.isPromised(List.of(ref)) || moving.isOnItsWay(List.of(ref)));
    }

    private void record(PortOut.Request request, Set<RejectCode> against) {
        var outcome = against.isEmpty() ? "ACCEPTED" : "REJECTED";
        var codes =
                against.stream().map(RejectCode::name).sorted().collect(Collectors.joining(" "));
        evidence.append(
                new Evidence.Entry(
                        Evidence.Action.DECISION,
                        RecordType.PORTING,
                        request.id(),
                        request.person(),
                        Purpose.NUMBER_PORTABILITY,
                        null,
                        Map.of("outcome", outcome, "codes", codes)));
    }
}
