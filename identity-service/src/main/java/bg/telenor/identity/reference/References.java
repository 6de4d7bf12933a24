package bg.telenor.identity.reference;

import static bg.telenor.identity.IdentityError.EMPLOYEE_MISSING;
import static bg.telenor.identity.IdentityError.REFERENCE_NOT_FOUND;
import static bg.telenor.kit.problem.CommonError.PROCESSING_RESTRICTED;

import bg.telenor.identity.counter.Clerks;
import bg.telenor.identity.domain.Claim;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Taken;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All references, as clients ask for them. Each method is one transaction: the state, what is kept
 * of the person and the evidence are saved together or not at all. None of them asks the register.
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
     * Takes in a question and begins its first inquiry. The same question of a case that is freshly
     * confirmed is answered by that reference, and no inquiry is begun.
     *
     * @param begun is given the inquiry, to be made once this transaction is committed
     */
    @Transactional
    UUID create(Wanted wanted, Consumer<Inquiry> begun) {
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
                            var content =
                                    ReferenceContent.pending(
                                            wanted.identifier(),
                                            wanted.document(),
                                            claim,
                                            employee);
                            begun.accept(takeIn(request, question, wanted, content));
                            return request.id();
                        });
    }

    /**
     * Takes in the right question in place of a wrong one of the same case, purpose and role. What
     * is kept of the wrong person goes at once, and what was said of them is taken back, whatever
     * the register will say of the right one.
     */
    @Transactional
    UUID correct(
            UUID id, Function<IdentityReference.Request, Wanted> right, Consumer<Inquiry> begun) {
        var wrong = get(id);
        records.withdraw(wrong);
        var by = create(right.apply(wrong.request()), begun);
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

    private Inquiry takeIn(
            IdentityReference.Request request,
            String question,
            Wanted wanted,
            ReferenceContent content) {
        var now = request.askedAt();
        var asked = Pending.asked(request);
        var entity = new ReferenceEntity().write(asked);
        entity.question = question;
        entity.photo = wanted.photo();
        entity.documentKind = wanted.kind();
        entity.leaseUntil = now.plus(Inquiry.lease(regixConfig));
        repository.persist(entity);
        records.keep(asked, Source.DATA_SUBJECT, content);
        var inquiry = Inquiry.of(asked, content, entity);
        records.asked(asked, inquiry);
        if (wanted.callback()) {
            webhooks.want(request.client(), request.id(), request.caseId());
        }
        return inquiry;
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
}
