package bg.telenor.portability.portout;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.domain.DonorCheck;
import bg.telenor.portability.domain.DonorCheck.Facts;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.number.MovingNumbers;
import bg.telenor.portability.number.Numbers;
import bg.telenor.portability.protection.PortLocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks up what we know of numbers that another operator asks for, and checks the request by it.
 */
@ApplicationScoped
class DonorChecks {

    private final SubjectRefs refs;
    private final Holdings holdings;
    private final Numbers numbers;
    private final MovingNumbers moving;
    private final PortLocks locks;
    private final DonorConfig config;
    private final DonorCheck check;
    private final Evidence evidence;

    DonorChecks(
            SubjectRefs refs,
            Holdings holdings,
            Numbers numbers,
            MovingNumbers moving,
            PortLocks locks,
            DonorConfig config,
            Operators operators,
            Evidence evidence) {
        this.refs = refs;
        this.holdings = holdings;
        this.numbers = numbers;
        this.moving = moving;
        this.locks = locks;
        this.config = config;
        this.check = new DonorCheck(operators.self(), config.afterHolderChange());
        this.evidence = evidence;
    }

    /** The grounds against a request; that it was decided, and how, goes into evidence. */
    Set<RejectCode> groundsAgainst(PortOut.Request request, PortingContent content, Instant now) {
        var facts = content.numbers().stream().map(number -> facts(request, number, now)).toList();
        var against = check.groundsAgainst(request.person(), facts, now);
        record(request, against.isEmpty() ? "NOTHING_AGAINST" : "REJECTED", against);
        return against;
    }

    /** That the holder said no, and what it did, goes into evidence. */
    void recordObjection(PortOut porting) {
        record(
                porting.request(),
                porting.getClass().getSimpleName().toUpperCase(Locale.ROOT),
                Set.of(RejectCode.HOLDER_OBJECTS));
    }

    private Facts facts(PortOut.Request request, Msisdn number, Instant at) {
        var ref = refs.of(number);
        var held = holdings.ofNumber(ref, at);
        var subscription = held.stream().filter(DonorChecks::isSubscribers).findFirst();
        return new Facts(
                numbers.historyOf(number).servedBy(at),
                subscription.map(Holding::person),
                held.stream()
                        .filter(holding -> !isSubscribers(holding))
                        .map(Holding::person)
                        .collect(Collectors.toSet()),
                subscription.filter(now -> hadAnother(now, at)).map(Holding::from),
                moving.isPromised(List.of(ref), request.id()) || moving.isOnItsWay(List.of(ref)),
                subscription.filter(now -> locks.isLocked(now.id())).isPresent());
    }

    /** Whether somebody else subscribed to the number just before, or not long ago. */
    private boolean hadAnother(Holding now, Instant at) {
        return Stream.of(now.from().minusMillis(1), at.minus(config.afterHolderChange()))
                .flatMap(before -> subscriber(now.number(), before).stream())
                .anyMatch(person -> !person.equals(now.person()));
    }

    private Optional<SubjectRef> subscriber(SubjectRef number, Instant at) {
        return holdings.ofNumber(number, at).stream()
                .filter(DonorChecks::isSubscribers)
                .map(Holding::person)
                .findFirst();
    }

    private static boolean isSubscribers(Holding holding) {
        return holding.capacity() == Capacity.SUBSCRIBER;
    }

    private void record(PortOut.Request request, String outcome, Set<RejectCode> against) {
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
