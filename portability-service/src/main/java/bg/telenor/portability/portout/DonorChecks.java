package bg.telenor.portability.portout;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.domain.DonorCheck;
import bg.telenor.portability.domain.DonorCheck.Facts;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.number.Numbers;
import bg.telenor.portability.protection.PortLocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What we know of numbers that another operator asks for. In the caller's transaction. */
@ApplicationScoped
class DonorChecks {

    private final PortOutRepository repository;
    private final SubjectRefs refs;
    private final Holdings holdings;
    private final Numbers numbers;
    private final PortLocks locks;
    private final DonorConfig config;
    private final DonorCheck check;

    DonorChecks(
            PortOutRepository repository,
            SubjectRefs refs,
            Holdings holdings,
            Numbers numbers,
            PortLocks locks,
            DonorConfig config,
            Operators operators) {
        this.repository = repository;
        this.refs = refs;
        this.holdings = holdings;
        this.numbers = numbers;
        this.locks = locks;
        this.config = config;
        this.check = new DonorCheck(operators.self(), config.afterHolderChange());
    }

    /** The grounds against a request as things stand at a moment. */
    Set<RejectCode> groundsAgainst(PortOut.Request request, List<Msisdn> asked, Instant at) {
        return check.groundsAgainst(
                request.person(),
                asked.stream().map(number -> facts(request, number, at)).toList(),
                at);
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
                repository.isPromised(ref, request.id()),
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
}
