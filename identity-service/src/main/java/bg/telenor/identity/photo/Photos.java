package bg.telenor.identity.photo;

import static bg.telenor.identity.IdentityError.PHOTO_NOT_FOUND;
import static bg.telenor.identity.IdentityError.PHOTO_VIEWS_USED_UP;

import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.Photo;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;

/**
 * All photos that are kept: each under the id of its reference, for the minutes that the catalogue
 * gives it. Whoever looks is in evidence.
 */
@ApplicationScoped
public class Photos {

    private static final RecordType RECORD = RecordType.IDENTITY_PHOTO;

    /** What is sealed. */
    record Content(String photo) {}

    private final PhotoRepository repository;
    private final Records records;
    private final Caller caller;
    private final PhotoConfig config;
    private final Clock clock;

    Photos(
            PhotoRepository repository,
            Records records,
            Caller caller,
            PhotoConfig config,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Keeps what came with an answer, in the transaction that confirms the person; unless it came
     * so late that the person has left the counter.
     */
    @Transactional(TxType.MANDATORY)
    public void keep(Confirmed reference, Source source, Photo photo) {
        var request = reference.request();
        if (reference.at().isAfter(request.askedAt().plus(config.wantedFor()))) {
            return;
        }
        var row = new PhotoEntity();
        row.referenceId = request.id();
        row.client = request.client();
        row.freshUntil = reference.freshUntil();
        repository.persist(row);
        records.keep(
                new Kept(
                        RECORD,
                        request.id(),
                        request.subject(),
                        request.purpose(),
                        source,
                        request.caseId(),
                        Role.valueOf(request.role().name())),
                new Content(photo.base64()));
    }

    @Transactional(TxType.MANDATORY)
    public boolean isKept(UUID reference) {
        return repository.findByIdOptional(reference).isPresent();
    }

    /**
     * The photo, for the employee who calls.
     *
     * @throws ProblemException PHOTO_NOT_FOUND when there is none, also of another client's
     *     reference; PHOTO_VIEWS_USED_UP
     */
    @Transactional
    Photo look(UUID reference) {
        if (caller.employee().isEmpty()) {
            throw new ProblemException(CommonError.FORBIDDEN);
        }
        var row =
                repository
                        .findByIdOptional(reference, LockModeType.PESSIMISTIC_WRITE)
                        .filter(found -> found.client.equals(caller.client()))
                        .filter(found -> clock.instant().isBefore(found.freshUntil))
                        .orElseThrow(() -> new ProblemException(PHOTO_NOT_FOUND));
        if (row.views >= config.views()) {
            throw new ProblemException(PHOTO_VIEWS_USED_UP);
        }
        row.views++;
        return records.open(RECORD, reference, Content.class)
                .map(content -> new Photo(content.photo()))
                .orElseThrow(() -> new ProblemException(PHOTO_NOT_FOUND));
    }
}
