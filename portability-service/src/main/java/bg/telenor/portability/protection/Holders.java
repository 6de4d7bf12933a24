package bg.telenor.portability.protection;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.projection.CaseIdentities;
import bg.telenor.kit.projection.CaseIdentities.Standing;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.PortabilityError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Who may say what becomes of a number: its subscriber, by a token of their own or before a clerk
 * with an identity that the register confirmed. Nobody else, whoever uses the number.
 */
@ApplicationScoped
public class Holders {

    /**
     * A number, and by what its subscriber has it.
     *
     * @param caseId the shop's case; null with a person's own token
     */
    public record Held(Msisdn number, Holding holding, UUID caseId) {}

    private final Caller caller;
    private final CaseIdentities identities;
    private final Holdings holdings;
    private final SubjectRefs refs;
    private final Clock clock;

    Holders(
            Caller caller,
            CaseIdentities identities,
            Holdings holdings,
            SubjectRefs refs,
            Clock clock) {
        this.caller = caller;
        this.identities = identities;
        this.holdings = holdings;
        this.refs = refs;
        this.clock = clock;
    }

    /** The person whose own token is calling. */
    public SubjectRef caller() {
        return caller.person()
                .map(refs::of)
                .orElseThrow(() -> new ProblemException(CommonError.FORBIDDEN));
    }

    /**
     * A number of the person whose own token is calling.
     *
     * @throws ProblemException NUMBER_NOT_HELD
     */
    @Transactional
    public Held ofCaller(OwnNumber own) {
        return new Held(own.number(), holding(own.number(), caller()), null);
    }

    /**
     * A number of the person who stands before a clerk.
     *
     * @throws ProblemException CASE_NOT_FOUND, IDENTITY_NOT_CONFIRMED, NUMBER_NOT_HELD
     */
    @Transactional
    public Held atCounter(CustomersNumber customers) {
        var person = refs.of(customers.identifier());
        var caseId = customers.caseId();
        identities.bind(caseId, caller.client());
        if (identities.of(caseId, Role.USER, person, clock.instant()) != Standing.CONFIRMED) {
            throw new ProblemException(PortabilityError.IDENTITY_NOT_CONFIRMED);
        }
        return new Held(customers.number(), holding(customers.number(), person), caseId);
    }

    private Holding holding(Msisdn number, SubjectRef person) {
        return holdings.ofNumber(refs.of(number), clock.instant()).stream()
                .filter(holding -> holding.capacity() == Capacity.SUBSCRIBER)
                .filter(holding -> holding.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PortabilityError.NUMBER_NOT_HELD));
    }
}
