package bg.telenor.identity.counter;

import static bg.telenor.identity.IdentityError.CLERK_QUOTA_REACHED;
import static bg.telenor.identity.IdentityError.SHOP_MISSING;

import bg.telenor.events.identity.IdentityEvent.IdentityChecked;
import bg.telenor.events.identity.IdentityEvent.Shop;
import bg.telenor.identity.counter.QuestionRepository.Asked;
import bg.telenor.identity.domain.FamilyNames;
import bg.telenor.identity.domain.IdentityReference.Request;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The clerks who ask at a counter: how much each may, counted over all replicas, and what of it the
 * privacy officer should see. Takes part in the transaction of the question or of its answer.
 */
@ApplicationScoped
public class Clerks {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final QuestionRepository questions;
    private final Flags flags;
    private final Colleagues colleagues;
    private final SubjectRefs refs;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Caller caller;
    private final CounterConfig config;
    private final Clock clock;

    Clerks(
            QuestionRepository questions,
            Flags flags,
            Colleagues colleagues,
            SubjectRefs refs,
            Idempotency idempotency,
            Outbox outbox,
            Caller caller,
            CounterConfig config,
            Clock clock) {
        this.questions = questions;
        this.flags = flags;
        this.colleagues = colleagues;
        this.refs = refs;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The clerk who calls; empty when the client is no counter.
     *
     * @throws ProblemException SHOP_MISSING when the token does not say where the counter is
     */
    public Optional<Clerk> calling(String employee) {
        if (!config.clients().contains(caller.client())) {
            return Optional.empty();
        }
        var shop =
                caller.text(config.shopClaim())
                        .flatMap(Clerks::shop)
                        .orElseThrow(() -> new ProblemException(SHOP_MISSING));
        var own = FamilyNames.of(caller.text(config.familyNameClaim()).orElse(null));
        return Optional.of(new Clerk(refs.ofEmployee(employee), employee, shop, own));
    }

    /**
     * Counts a question before it is asked.
     *
     * @throws ProblemException CLERK_QUOTA_REACHED when the clerk has asked enough for now
     */
    @Transactional(TxType.MANDATORY)
    public void asks(Clerk clerk, Request request) {
        var asked =
                questions.soFar(
                        clerk.ref(),
                        request.subject(),
                        request.caseId(),
                        request.askedAt().minus(config.repeatWindow()),
                        config.perHour(),
                        config.perDay());
        refuseTooMany(clerk, request, asked);
        if (asked.forAnotherCase()) {
            flag(FlagKind.REPEATED, clerk, request);
        }
        if (colleagues.includes(request.subject())) {
            flag(FlagKind.COLLEAGUE, clerk, request);
        }
        remember(clerk, request);
    }

    /**
     * Takes in that the register told of a person: they hear of it, and if the family name is the
     * clerk's own, so does the privacy officer.
     *
     * @param askedBy the clerk's user name, as the reference has it sealed
     */
    @Transactional(TxType.MANDATORY)
    public void answered(Request request, String askedBy, FamilyNames names) {
        var question = questions.findById(request.id());
        if (question == null) {
            return;
        }
        outbox.publish(
                new IdentityChecked(
                        request.subject(),
                        request.id(),
                        request.caseId(),
                        new Shop(question.shop),
                        clock.instant()));
        compare(question, askedBy, names);
    }

    private void compare(QuestionEntity question, String askedBy, FamilyNames names) {
        if (question.ownNames == null) {
            return;
        }
        var own = List.of(question.ownNames);
        question.ownNames = null;
        if (Arrays.stream(fingerprints(names)).anyMatch(own::contains)) {
            flags.raise(
                    FlagKind.OWN_NAME,
                    new SubjectRef(question.clerkRef),
                    askedBy,
                    new Shop(question.shop),
                    question.referenceId,
                    question.caseId);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "counter-questions-forget")
    void forget() {
        var longest = config.repeatWindow().compareTo(DAY) > 0 ? config.repeatWindow() : DAY;
        QuarkusTransaction.joiningExisting()
                .run(() -> questions.forgetAskedBefore(clock.instant().minus(longest)));
    }

    private void refuseTooMany(Clerk clerk, Request request, Asked asked) {
        var now = request.askedAt();
        longest(pause(asked.hourly(), HOUR, now), pause(asked.daily(), DAY, now))
                .ifPresent(
                        pause -> {
                            flags.raiseQuota(clerk, request.caseId(), HOUR);
                            throw new ProblemException(CLERK_QUOTA_REACHED, pause);
                        });
    }

    /** How long until fewer than so many questions lie within the window; empty when they do. */
    private static Optional<Duration> pause(Instant asked, Duration window, Instant now) {
        return Optional.ofNullable(asked)
                .map(at -> Duration.between(now, at.plus(window)))
                .filter(Duration::isPositive);
    }

    private static Optional<Duration> longest(Optional<Duration> one, Optional<Duration> other) {
        return one.isPresent() && other.isPresent()
                ? one.filter(pause -> pause.compareTo(other.get()) > 0).or(() -> other)
                : one.or(() -> other);
    }

    private void flag(FlagKind kind, Clerk clerk, Request request) {
        flags.raise(
                kind, clerk.ref(), clerk.userName(), clerk.shop(), request.id(), request.caseId());
    }

    private void remember(Clerk clerk, Request request) {
        var row = new QuestionEntity();
        row.referenceId = request.id();
        row.clerkRef = clerk.ref().value();
        row.shop = clerk.shop().value();
        row.subjectRef = request.subject().value();
        row.caseId = request.caseId();
        row.ownNames = fingerprints(clerk.own());
        row.askedAt = request.askedAt();
        questions.persist(row);
    }

    private String[] fingerprints(FamilyNames names) {
        return names.stems().stream().map(idempotency::fingerprint).toArray(String[]::new);
    }

    private static Optional<Shop> shop(String code) {
        try {
            return Optional.of(new Shop(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
