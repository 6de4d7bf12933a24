package bg.telenor.debtcheck.check;

import static bg.telenor.debtcheck.DebtCheckError.DEBT_CHECK_MOVE_NOT_ALLOWED;
import static bg.telenor.debtcheck.DebtCheckError.DEBT_CHECK_NOT_FOUND;
import static bg.telenor.debtcheck.DebtCheckError.UNKNOWN_OPERATOR;
import static bg.telenor.kit.problem.CommonError.BIRTH_DATE_IN_FUTURE;

import bg.telenor.debtcheck.domain.DebtCheck;
import bg.telenor.debtcheck.domain.DeviceCategory;
import bg.telenor.debtcheck.domain.OperatorAnswer;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.evidence.Evidence.Action;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.projection.CaseIdentities;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All debt checks. Each method is one transaction: the state is saved, and its event and evidence
 * are written with it or not at all.
 */
@ApplicationScoped
class DebtChecks {

    /** What somebody wants to know. */
    record Wish(
            UUID caseId,
            PersonalNumber identifier,
            DeviceCategory device,
            Optional<Set<OperatorCode>> operators) {}

    private final DebtCheckRepository repository;
    private final CaseIdentities identities;
    private final Operators operators;
    private final SubjectRefs refs;
    private final Records records;
    private final Evidence evidence;
    private final Outbox outbox;
    private final CheckConfig config;
    private final Clock clock;

    DebtChecks(
            DebtCheckRepository repository,
            CaseIdentities identities,
            Operators operators,
            SubjectRefs refs,
            Records records,
            Evidence evidence,
            Outbox outbox,
            CheckConfig config,
            Clock clock) {
        this.repository = repository;
        this.identities = identities;
        this.operators = operators;
        this.refs = refs;
        this.records = records;
        this.evidence = evidence;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    UUID start(String client, Wish wish) {
        var now = clock.instant();
        if (wish.identifier().isOfUnborn(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw new ProblemException(BIRTH_DATE_IN_FUTURE);
        }
        var person = refs.of(wish.identifier());
        identities.bind(wish.caseId(), client);
        records.refuseIfRestricted(
                new Kept(
                        RecordType.DEBT_CHECK,
                        UUID.randomUUID(),
                        person,
                        Purpose.DEVICE_RISK_ASSESSMENT,
                        Source.DATA_SUBJECT,
                        wish.caseId()));
        var request =
                new DebtCheck.Request(
                        UUID.randomUUID(),
                        client,
                        wish.caseId(),
                        person,
                        wish.device(),
                        wish.operators().map(this::known).orElseGet(operators::others),
                        now);
        var waiting = new DebtCheck.WaitingForIdentity(request, now.plus(config.identityWithin()));
        var entity = new DebtCheckEntity().write(waiting, waiting.expiresAt());
        repository.persist(entity);
        records.keep(
                kept(request, Source.DATA_SUBJECT),
                CheckContent.toAsk(wish.identifier(), wish.device()));
        save(entity, withIdentity(waiting, now), now);
        return request.id();
    }

    @Transactional
    DebtCheckView view(String client, UUID id) {
        return DebtCheckView.of(ofClient(client, id).toDomain(), this::content);
    }

    @Transactional
    DebtCheckView cancel(String client, UUID id) {
        ofClient(client, id);
        var now = clock.instant();
        var entity = repository.lock(id).orElseThrow(() -> notFound());
        try {
            save(entity, entity.toDomain().cancel(now), now);
        } catch (DebtCheck.IllegalMove e) {
            throw new ProblemException(DEBT_CHECK_MOVE_NOT_ALLOWED, e.getMessage());
        }
        return DebtCheckView.of(entity.toDomain(), this::content);
    }

    /** Something was heard of the case's identity. */
    @Transactional
    void identityHeard(UUID caseId) {
        var now = clock.instant();
        for (var entity : repository.lockWaiting(caseId)) {
            if (entity.toDomain() instanceof DebtCheck.WaitingForIdentity waiting) {
                save(entity, withIdentity(waiting, now), now);
            }
        }
    }

    /** The person of a case is not who they were taken for: operators are not asked about them. */
    @Transactional
    void identityWithdrawn(UUID caseId, SubjectRef person) {
        var now = clock.instant();
        for (var entity : repository.lockAsking(caseId, person)) {
            if (entity.toDomain() instanceof DebtCheck.Asking asking) {
                save(entity, asking.unconfirm(now.plus(config.identityWithin())), now);
            }
        }
    }

    /** What a check that is due needs: an end, or somebody to ask, whom this returns. */
    @Transactional
    Optional<OpenQuestion> due(UUID id) {
        var now = clock.instant();
        var entity = repository.lock(id).orElse(null);
        if (entity == null) {
            return Optional.empty();
        }
        if (records.isRestricted(RecordType.DEBT_CHECK, id)) {
            entity.write(entity.toDomain(), now.plus(config.whileRestricted()));
            return Optional.empty();
        }
        return switch (entity.toDomain()) {
            case DebtCheck.WaitingForIdentity waiting -> {
                var known = withIdentity(waiting, now);
                var expired = known == waiting && !now.isBefore(waiting.expiresAt());
                save(entity, expired ? waiting.expire(now) : known, now);
                yield Optional.empty();
            }
            case DebtCheck.Asking asking when asking.isSettled(now) -> {
                decide(entity, asking, now);
                yield Optional.empty();
            }
            case DebtCheck.Asking asking -> Optional.of(question(asking));
            case DebtCheck.Decided c -> Optional.empty();
            case DebtCheck.Expired c -> Optional.empty();
            case DebtCheck.Cancelled c -> Optional.empty();
            case DebtCheck.SubjectMismatch c -> Optional.empty();
            case DebtCheck.IdentityRefused c -> Optional.empty();
        };
    }

    /** Operators answered; whom no byte reached is not among them and is tried again. */
    @Transactional
    void heard(UUID id, Map<OperatorCode, OperatorAnswer> answers) {
        var now = clock.instant();
        var entity = repository.lock(id).orElse(null);
        if (entity == null || !(entity.toDomain() instanceof DebtCheck.Asking before)) {
            return;
        }
        answers.keySet().forEach(to -> records.disclosed(RecordType.DEBT_CHECK, id, to));
        var asking = before.heard(answers);
        if (asking.isSettled(now)) {
            decide(entity, asking, now);
        } else {
            entity.write(asking, earlier(now.plus(config.retryAfter()), asking.deadline()));
        }
    }

    private OpenQuestion question(DebtCheck.Asking asking) {
        var request = asking.request();
        var content =
                records.open(RecordType.DEBT_CHECK, request.id(), CheckContent.class).orElseThrow();
        var question =
                new OpenQuestion(
                        request.id(),
                        content.identifier(),
                        asking.outstanding(),
                        asking.deadline());
        asking.outstanding()
                .forEach(
                        to ->
                                log(
                                        Action.INQUIRY,
                                        request,
                                        Map.of(
                                                "operator", to.value(),
                                                "inquiryId", question.inquiryId(to).toString())));
        return question;
    }

    private void decide(DebtCheckEntity entity, DebtCheck.Asking asking, Instant now) {
        var decided = asking.decide(now);
        records.keep(
                kept(decided.request(), Source.OTHER_OPERATOR),
                CheckContent.decided(asking, decided));
        log(
                Action.DECISION,
                decided.request(),
                Map.of(
                        "outcome", decided.outcome().name(),
                        "rules", Integer.toString(decided.rules())));
        save(entity, decided, now);
    }

    /** The state that follows from what is known of the case's identity now. */
    private DebtCheck withIdentity(DebtCheck.WaitingForIdentity waiting, Instant now) {
        var request = waiting.request();
        return switch (identities.of(request.caseId(), Role.USER, request.person(), now)) {
            case UNKNOWN -> waiting;
            case CONFIRMED -> waiting.ask(now.plus(config.decideWithin()));
            case REFUSED -> waiting.refuseIdentity(now);
            case SUBJECT_MISMATCH -> waiting.mismatch(now);
        };
    }

    private void save(DebtCheckEntity entity, DebtCheck check, Instant now) {
        entity.write(
                check,
                switch (check) {
                    case DebtCheck.WaitingForIdentity c -> c.expiresAt();
                    case DebtCheck.Asking c -> now;
                    case DebtCheck.Decided c -> null;
                    case DebtCheck.Expired c -> null;
                    case DebtCheck.Cancelled c -> null;
                    case DebtCheck.SubjectMismatch c -> null;
                    case DebtCheck.IdentityRefused c -> null;
                });
        DebtEvents.of(check).ifPresent(outbox::publish);
    }

    private DebtCheckEntity ofClient(String client, UUID id) {
        return repository.findOf(client, id).orElseThrow(() -> notFound());
    }

    private CheckContent content(UUID id) {
        return records.open(RecordType.DEBT_CHECK, id, CheckContent.class)
                .orElseThrow(() -> notFound());
    }

    private Set<OperatorCode> known(Set<OperatorCode> wanted) {
        if (!operators.others().containsAll(wanted)) {
            throw new ProblemException(UNKNOWN_OPERATOR);
        }
        return wanted;
    }

    private void log(Action action, DebtCheck.Request request, Map<String, String> facts) {
        evidence.append(
                new Evidence.Entry(
                        action,
                        RecordType.DEBT_CHECK,
                        request.id(),
                        request.person(),
                        Purpose.DEVICE_RISK_ASSESSMENT,
                        request.caseId(),
                        facts));
    }

    private static Kept kept(DebtCheck.Request request, Source source) {
        return new Kept(
                RecordType.DEBT_CHECK,
                request.id(),
                request.person(),
                Purpose.DEVICE_RISK_ASSESSMENT,
                source,
                request.caseId());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ProblemException notFound() {
        return new ProblemException(DEBT_CHECK_NOT_FOUND);
    }
}
