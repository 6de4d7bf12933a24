package bg.telenor.identity.reference;

import static bg.telenor.identity.IdentityError.BIRTH_DATE_IN_FUTURE;
import static bg.telenor.identity.IdentityError.GUARDIAN_REQUIRED;
import static bg.telenor.identity.IdentityError.NUMBER_LIMIT_REACHED;
import static bg.telenor.identity.IdentityError.OPERATION_NOT_GRANTED;
import static bg.telenor.identity.IdentityError.PHOTO_NOT_ALLOWED;
import static bg.telenor.identity.IdentityError.ROLE_NOT_ALLOWED;
import static bg.telenor.kit.problem.CommonError.PURPOSE_NOT_ALLOWED;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.identity.counter.CounterConfig;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.Role;
import bg.telenor.identity.domain.Verdict;
import bg.telenor.identity.reference.References.Wanted;
import bg.telenor.identity.regix.Operation;
import bg.telenor.identity.regix.RegixConfig;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** What is refused before anything of it is kept, and before the register is asked. */
@ApplicationScoped
class Admission {

    private static final Set<Capacity> COUNTED = Set.of(Capacity.SUBSCRIBER, Capacity.USER);

    private final Catalogue catalogue;
    private final Records records;
    private final RegixConfig regix;
    private final ReferenceRepository references;
    private final Holdings holdings;
    private final ReferenceConfig config;
    private final CounterConfig counters;
    private final Caller caller;

    Admission(
            Catalogue catalogue,
            Records records,
            RegixConfig regix,
            ReferenceRepository references,
            Holdings holdings,
            ReferenceConfig config,
            CounterConfig counters,
            Caller caller) {
        this.catalogue = catalogue;
        this.records = records;
        this.regix = regix;
        this.references = references;
        this.holdings = holdings;
        this.config = config;
        this.counters = counters;
        this.caller = caller;
    }

    /**
     * @throws ProblemException saying why the question cannot be asked
     */
    void refuseWhatCannotBe(Wanted wanted, SubjectRef subject, Instant now) {
        var today = LocalDate.ofInstant(now, IdentityReference.SOFIA);
        refuseWhatIsNotServed(wanted);
        records.refuseIfRestricted(
                new Kept(
                        RecordType.IDENTITY_REFERENCE,
                        UUID.randomUUID(),
                        subject,
                        wanted.purpose(),
                        Source.DATA_SUBJECT,
                        wanted.caseId()));
        refuseTheUnborn(wanted, today);
        if (isKnownMinor(wanted, today)) {
            refuseWhatNeedsAnAdult(wanted, subject, now);
        }
        if (wanted.purpose() == Purpose.PREPAID_REGISTRATION && wanted.role() == Role.USER) {
            refuseOneNumberTooMany(subject, now);
        }
    }

    /** Whether a guardian of the person is confirmed on the case. */
    boolean isGuarded(IdentityReference.Request request, Instant now) {
        return references.hasGuardian(request.caseId(), request.client(), request.subject(), now);
    }

    /**
     * Served is what the catalogue knows capacities for, the configuration a ground, and the
     * register an operation that we are granted.
     */
    private void refuseWhatIsNotServed(Wanted wanted) {
        var capacities = catalogue.of(wanted.purpose()).capacities();
        if (capacities.isEmpty() || !regix.grounds().containsKey(wanted.purpose())) {
            throw new ProblemException(PURPOSE_NOT_ALLOWED);
        }
        if (!capacities.contains(ReferenceEvents.published(wanted.role()))) {
            throw new ProblemException(ROLE_NOT_ALLOWED);
        }
        if (Operation.of(regix.operations(), wanted.identifier(), wanted.kind()).isEmpty()) {
            throw new ProblemException(OPERATION_NOT_GRANTED);
        }
        if (wanted.photo() && !isForTheCounter(wanted)) {
            throw new ProblemException(PHOTO_NOT_ALLOWED);
        }
    }

    /** A photo is for the counter alone: by the catalogue, and by who asks. */
    private boolean isForTheCounter(Wanted wanted) {
        var role = ReferenceEvents.published(wanted.role());
        return counters.clients().contains(caller.client())
                && !catalogue.fields(wanted.purpose(), RecordType.IDENTITY_PHOTO, role).isEmpty();
    }

    private static void refuseTheUnborn(Wanted wanted, LocalDate today) {
        var claimed = wanted.claim().birthDate();
        if (wanted.identifier().isOfUnborn(today) || (claimed != null && claimed.isAfter(today))) {
            throw new ProblemException(BIRTH_DATE_IN_FUTURE);
        }
    }

    private void refuseWhatNeedsAnAdult(Wanted wanted, SubjectRef subject, Instant now) {
        if (wanted.role().actsForAnother()) {
            throw new ProblemException(ROLE_NOT_ALLOWED);
        }
        if (!references.hasGuardian(wanted.caseId(), caller.client(), subject, now)) {
            throw new ProblemException(GUARDIAN_REQUIRED);
        }
    }

    /** A foreigner's number tells no age; unless they say it, it is known from the register. */
    private static boolean isKnownMinor(Wanted wanted, LocalDate today) {
        var born =
                switch (wanted.identifier()) {
                    case Egn egn -> egn.birthDate();
                    case Lnch lnch -> wanted.claim().birthDate();
                };
        return born != null && !Verdict.isOfAge(born, today);
    }

    /** By our own count of the numbers that the person subscribes to or uses. */
    private void refuseOneNumberTooMany(SubjectRef person, Instant now) {
        var numbers =
                holdings.ofPerson(person, now).stream()
                        .filter(holding -> COUNTED.contains(holding.capacity()))
                        .map(Holding::number)
                        .distinct()
                        .count();
        if (numbers >= config.numbersPerPerson()) {
            throw new ProblemException(NUMBER_LIMIT_REACHED);
        }
    }
}
