package bg.telenor.identity.counter;

import bg.telenor.events.identity.IdentityEvent.Shop;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the privacy officer should look at. A flag refuses nothing, and names no customer. */
@ApplicationScoped
class Flags {

    private static final RecordType RECORD = RecordType.CLERK_FLAG;

    /** What is sealed: the user name at the login provider. */
    record Content(String clerk) {}

    /** A flag, and whose it is. */
    record Raised(FlagEntity flag, String clerk) {}

    /**
     * @param next the last flag of the page, or null when there are no more
     */
    record Page(List<Raised> flags, UUID next) {}

    private final FlagRepository repository;
    private final Records records;
    private final Caller caller;
    private final Clock clock;

    Flags(FlagRepository repository, Records records, Caller caller, Clock clock) {
        this.repository = repository;
        this.records = records;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param reference null where nothing was asked
     */
    @Transactional(TxType.MANDATORY)
    void raise(
            FlagKind kind,
            SubjectRef clerk,
            String userName,
            Shop shop,
            UUID reference,
            UUID caseId) {
        var row = new FlagEntity();
        row.id = UUID.randomUUID();
        row.kind = kind;
        row.clerkRef = clerk.value();
        row.shop = shop.value();
        row.referenceId = reference;
        row.caseId = caseId;
        row.raisedAt = now();
        repository.persist(row);
        // The clerk's own doing is the source: nobody else told us.
        records.keep(
                new Kept(
                        RECORD,
                        row.id,
                        clerk,
                        Purpose.REGISTER_OVERSIGHT,
                        Source.DATA_SUBJECT,
                        caseId),
                new Content(userName));
    }

    /**
     * Once for a while, however often the clerk tries; by itself, since the question is refused.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void raiseQuota(Clerk clerk, UUID caseId, Duration once) {
        if (!repository.raisedSince(clerk.ref(), FlagKind.QUOTA, now().minus(once))) {
            raise(FlagKind.QUOTA, clerk.ref(), clerk.userName(), clerk.shop(), null, caseId);
        }
    }

    /**
     * A page, for the officer who calls; that they read it is in evidence.
     *
     * @param after the last flag of the page before, or null for the first
     */
    @Transactional
    Page page(UUID after, int limit) {
        if (caller.employee().isEmpty()) {
            throw new ProblemException(CommonError.FORBIDDEN);
        }
        var rows = rows(after, limit);
        return new Page(
                rows.stream().flatMap(flag -> opened(flag).stream()).toList(),
                rows.size() < limit ? null : rows.getLast().id);
    }

    private List<FlagEntity> rows(UUID after, int limit) {
        if (after == null) {
            return repository.newest(limit);
        }
        var last =
                repository
                        .findByIdOptional(after)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                CommonError.INVALID_REQUEST,
                                                "after is no flag of a page before"));
        return repository.behind(last, limit);
    }

    private Optional<Raised> opened(FlagEntity flag) {
        return records.open(RECORD, flag.id, Content.class)
                .map(content -> new Raised(flag, content.clerk()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
