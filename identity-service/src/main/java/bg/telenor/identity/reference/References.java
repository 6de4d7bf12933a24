package bg.telenor.identity.reference;

import static bg.telenor.identity.IdentityError.EMPLOYEE_MISSING;
import static bg.telenor.identity.IdentityError.REFERENCE_NOT_FOUND;
import static bg.telenor.kit.problem.CommonError.PROCESSING_RESTRICTED;

import bg.telenor.identity.counter.Clerks;
import bg.telenor.identity.deferred.Acknowledgements;
import bg.telenor.identity.domain.Claim;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Taken;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.Role;
import bg.telenor.identity.photo.Photos;
import bg.telenor.identity.regix.RegixConfig;
import bg.telenor.identity.webhook.Webhooks;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.projection.CaseIdentities;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.PersonalNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * All references. Each method is one transaction: the state, what is kept of the person, the
 * evidence and the event are saved together or not at all. None of them asks the register.
 */
@ApplicationScoped
class References {

    /**
     * What a client wants to know of a person.
     *
     * @param callback whether it wants to be called back once that is decided
     */
    record Wanted(
            PersonalNumber identifier,
            DocumentNumber document,
            DocumentKind kind,
            Purpose purpose,
            Role role,
            UUID caseId,
            boolean photo,
            Claim claim,
            boolean callback) {}

    private final ReferenceRepository repository;
    private final ReferenceRecords records;
    private final Acknowledgements acknowledgements;
    private final Admission admission;
    private final SubjectRefs refs;
    private final CaseIdentities cases;
    private final Idempotency idempotency;
    private final GuessingGuard guard;
    private final Photos photos;
    private final Clerks clerks;
    private final Webhooks webhooks;
    private final Caller caller;
    private final RegixConfig regixConfig;
    private final ReferenceConfig config;
    private final Clock clock;

    References(
            ReferenceRepository repository,
            ReferenceRecords records,
            Acknowledgements acknowledgements,
            Admission admission,
            SubjectRefs refs,
            CaseIdentities cases,
            Idempotency idempotency,
            GuessingGuard guard,
            Photos photos,
            Clerks clerks,
            Webhooks webhooks,
            Caller caller,
            RegixConfig regixConfig,
            ReferenceConfig config,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.acknowledgements = acknowledgements;
        this.admission = admission;
        this.refs = refs;
        this.cases = cases;
        this.idempotency = idempotency;
        this.guard = guard;
        this.photos = photos;
        this.clerks = clerks;
        this.webhooks = webhooks;
        this.caller = caller;
        this.regixConfig = regixConfig;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes in a question; the one who takes it in has the lease to ask it first. The same question
     * of a case that is freshly confirmed is answered by that reference.
     */
    @Transactional
    UUID create(Wanted wanted) {
        var employee = caller.employee().orElseThrow(() -> new ProblemException(EMPLOYEE_MISSING));
        var clerk = clerks.calling(employee);
        var now = clock.instant();
        var subject = refs.of(wanted.identifier());
        admission.refuseWhatCannotBe(wanted, subject, now);
        var claim = guard.comparable(subject, wanted.claim(), now);
        cases.bind(wanted.caseId(), caller.client());
        var request =
                new IdentityReference.Request(
                        UUID.randomUUID(),
                        subject,
                        wanted.caseId(),
                        wanted.purpose(),
                        wanted.role(),
                        caller.client(),
                        now,
                        now.plus(config.pendingFor()));
        var question =
                idempotency.fingerprint(
                        List.of(
                                wanted.document(),
                                wanted.kind(),
                                claim.canonical(),
                                wanted.photo()));
        return repository
                .latestConfirmed(request, question)
                .map(ReferenceEntity::toDomain)
                .filter(reference -> answersAgain(reference, now))
                .map(reference -> reference.request().id())
                .filter(id -> !wanted.photo() || photos.isKept(id))
                .orElseGet(
                        () -> {
                            clerk.ifPresent(asking -> clerks.asks(asking, request));
                            return takeIn(
                                    request,
                                    question,
                                    wanted,
                                    ReferenceContent.pending(
                                            wanted.identifier(),
                                            wanted.document(),
                                            claim,
                                            employee));
                        });
    }

    /**
     * Takes in the right question in place of a wrong one of the same case, purpose and role. What
     * is kept of the wrong person goes at once, and what was said of them is taken back, whatever
     * the register will say of the right one.
     */
    @Transactional
    UUID correct(UUID id, Function<IdentityReference.Request, Wanted> right) {
        var wrong = get(id);
        records.withdraw(wrong);
        var by = create(right.apply(wrong.request()));
        records.corrected(wrong, by);
        return by;
    }

    private boolean answersAgain(IdentityReference reference, Instant now) {
        return switch (reference) {
            case Confirmed confirmed -> confirmed.answersAgain(config.terms(), now);
            case Pending pending -> false;
            case Taken taken -> false;
            case Refused refused -> false;
        };
    }

    private UUID takeIn(
            IdentityReference.Request request,
            String question,
            Wanted wanted,
            ReferenceContent content) {
        var now = request.askedAt();
        var pending = new Pending(request, 0, 0, now);
        var entity = new ReferenceEntity().write(pending);
        entity.question = question;
        entity.photo = wanted.photo();
        entity.documentKind = wanted.kind();
        entity.leaseUntil = now.plus(lease());
        repository.persist(entity);
        records.keep(pending, Source.DATA_SUBJECT, content);
        if (wanted.callback()) {
            webhooks.want(request.client(), request.id(), request.caseId());
        }
        return request.id();
    }

    /** A reference of the calling client; another's is none, and a restricted one is refused. */
    @Transactional
    IdentityReference get(UUID id) {
        var entity =
                repository
                        .findByIdOptional(id)
                        .filter(found -> found.client.equals(caller.client()))
                        .orElseThrow(() -> new ProblemException(REFERENCE_NOT_FOUND));
        if (records.isRestricted(id)) {
            throw new ProblemException(PROCESSING_RESTRICTED);
        }
        return entity.toDomain();
    }

    /** The first inquiry, for whoever took the question in; empty when it has been begun. */
    @Transactional
    Optional<Inquiry> beginFirst(UUID id) {
        return repository
                .findByIdOptional(id)
                .filter(entity -> entity.attempts == 0)
                .flatMap(this::begin);
    }

    /** The next inquiry, for whoever has the lease; empty when there is none to be made. */
    @Transactional
    Optional<Inquiry> begin(UUID id) {
        return repository.locked(id).flatMap(this::begin);
    }

    /**
     * Takes in an inquiry's end; one that comes after its lease was lost, or after the same answer
     * by another way, changes nothing.
     *
     * @return whether it was taken in
     */
    @Transactional
    boolean answered(Inquiry inquiry, RegisterAnswer answer) {
        var awaiting = repository.locked(inquiry.reference()).filter(inquiry::isAwaitedBy);
        awaiting.ifPresent(entity -> answered(entity, inquiry, answer));
        return awaiting.isPresent();
    }

    /** Longer than an inquiry may take. */
    Duration lease() {
        return regixConfig.deadline().plus(regixConfig.connectTimeout()).plusSeconds(20);
    }

    private Optional<Inquiry> begin(ReferenceEntity entity) {
        if (entity.status != ReferenceStatus.PENDING) {
            return Optional.empty();
        }
        if (records.isRestricted(entity.id)) {
            hold(entity);
            return Optional.empty();
        }
        var content = records.content(entity.id);
        var asked = Inquiry.begun(entity.toDomain(), config.terms(), clock.instant());
        entity.write(asked);
        return switch (asked) {
            case Pending pending -> {
                var inquiry = Inquiry.of(pending, content, entity);
                records.asked(pending, inquiry);
                yield Optional.of(inquiry);
            }
            case Taken taken -> Optional.of(Inquiry.of(taken, content, entity));
            case Refused refused -> {
                records.decided(refused, Source.DATA_SUBJECT, content.refused(refused));
                yield Optional.empty();
            }
            case Confirmed confirmed ->
                    throw new IllegalStateException("asking does not confirm anybody");
        };
    }

    /** What the register said meanwhile is let go, unacknowledged, and asked for again. */
    private void hold(ReferenceEntity entity) {
        entity.write(entity.toDomain().hold(config.terms(), clock.instant()));
        entity.leaseUntil = null;
    }

    private void answered(ReferenceEntity entity, Inquiry inquiry, RegisterAnswer answer) {
        var pending = entity.toDomain();
        var now = clock.instant();
        if (records.isRestricted(entity.id)) {
            records.ended(pending, inquiry, answer);
            hold(entity);
            return;
        }
        boolean guarded = admission.isGuarded(pending.request(), now);
        var next = pending.answered(answer, inquiry.claim(), guarded, config.terms(), now);
        records.ended(pending, inquiry, answer);
        entity.write(next);
        entity.leaseUntil = null;
        if (inquiry.call() != null && answer.decides()) {
            acknowledgements.owe(entity.id, inquiry.call());
        }
        switch (next) {
            case Pending again -> {}
            case Taken later -> {}
            case Refused refused -> {
                if (answer instanceof Found found && !refused.reason().leavesNothing()) {
                    tellWhoHearsOfIt(refused, inquiry, found);
                }
                var source = answer instanceof Found ? inquiry.source() : Source.DATA_SUBJECT;
                var kept = records.content(entity.id).refused(refused);
                records.decided(refused, source, kept);
            }
            case Confirmed confirmed -> {
                var found = (Found) answer;
                tellWhoHearsOfIt(confirmed, inquiry, found);
                var person = found.person();
                var kept =
                        records.content(entity.id)
                                .confirmed(person, confirmed.verdict(), records.allowed(confirmed));
                records.decided(confirmed, inquiry.source(), kept);
                Optional.ofNullable(person.photo())
                        .ifPresent(photo -> photos.keep(confirmed, inquiry.source(), photo));
                repository.supersededBy(confirmed.request()).forEach(records::supersede);
            }
        }
    }

    private void tellWhoHearsOfIt(IdentityReference decided, Inquiry inquiry, Found found) {
        clerks.answered(
                decided.request(), inquiry.question().employee(), found.person().familyNames());
    }
}
