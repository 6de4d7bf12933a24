package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice;
import bg.telenor.consent.domain.Notice.Template;
import bg.telenor.consent.holdings.HoldingRegister;
import bg.telenor.events.identity.IdentityEvent.IdentityChecked;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** All notices: what is owed to whom by when, and what was said. */
@ApplicationScoped
public class Notices {

    private final NoticeRepository repository;
    private final NoticeRecordRepository noticeRecords;
    private final HoldingRegister holdings;
    private final NoticeConfig config;
    private final Clock clock;

    Notices(
            NoticeRepository repository,
            NoticeRecordRepository noticeRecords,
            HoldingRegister holdings,
            NoticeConfig config,
            Clock clock) {
        this.repository = repository;
        this.noticeRecords = noticeRecords;
        this.holdings = holdings;
        this.config = config;
        this.clock = clock;
    }

    /** Data came in: its person is owed a notice, unless they gave it or a ground exempts it. */
    @Transactional
    public void received(DataReceived event) {
        var key = new NoticeRecordEntity.Key(event.record(), event.recordId());
        if (event.source() == Source.DATA_SUBJECT
                || config.answersToPerson().contains(event.purpose())
                || noticeRecords.findById(key) != null) {
            return;
        }
        var row = new NoticeRecordEntity();
        row.key = key;
        row.source = event.source();
        row.purpose = event.purpose();
        row.receivedAt = event.receivedAt();
        row.exemption = config.exemptions().get(event.source());
        if (row.exemption == null) {
            row.noticeId = gathering(event).id;
        }
        noticeRecords.persist(row);
    }

    /** Nobody is told of what is not there any more. */
    @Transactional
    public void erased(DataErased event) {
        var row =
                noticeRecords.findById(
                        new NoticeRecordEntity.Key(event.record(), event.recordId()));
        if (event.record() == RecordType.IDENTITY_REFERENCE
                || event.record() == RecordType.PORTING) {
            repository.forgetUntold(event.recordId());
        }
        if (row == null || !row.receivedAt.isBefore(event.erasedAt())) {
            return;
        }
        noticeRecords.delete(row);
        var notice = row.noticeId == null ? null : repository.findById(row.noticeId);
        if (notice != null && notice.isPending() && noticeRecords.of(notice.id).isEmpty()) {
            repository.delete(notice);
        }
    }

    /** The register was asked about a person at a counter: they are told, once for a reference. */
    @Transactional
    public void checked(IdentityChecked event) {
        if (repository.tellsOf(event.referenceId())) {
            return;
        }
        var tellBy = event.at().plus(config.checkedFor());
        var row = owed(event.key(), Template.IDENTITY_CHECKED, tellBy);
        row.referenceId = event.referenceId();
        row.shop = event.shop().value();
        row.checkedAt = event.at();
        repository.persist(row);
    }

    /**
     * Something becomes of a number: its subscriber hears of it, and on that number, since who is
     * robbed of it would not see it elsewhere.
     *
     * @param about the porting or the lock
     * @param operator whom the number goes to, or null
     * @param at until when, or from when on, or null
     */
    @Transactional
    public void ofNumber(
            Template template, SubjectRef number, UUID about, OperatorCode operator, Instant at) {
        var now = now();
        holdings.subscriberOf(number, now)
                .ifPresent(
                        person -> {
                            var tellBy = at == null ? now.plus(config.checkedFor()) : at;
                            var row = owed(person, template, tellBy);
                            row.numberRef = number.value();
                            row.aboutId = about;
                            row.operator = operator == null ? null : operator.value();
                            row.moment = at;
                            repository.persist(row);
                        });
    }

    /** A person's request was answered: they hear of it at once. */
    @Transactional
    public void requestDone(SubjectRef person) {
        tellAtOnce(person, Template.RIGHTS_REQUEST_DONE);
    }

    /** Processing is to go on: the person hears of it at once, and before. */
    @Transactional
    public UUID restrictionToBeLifted(SubjectRef person) {
        return tellAtOnce(person, Template.RESTRICTION_TO_BE_LIFTED);
    }

    /** Whether the notifier has it. */
    @Transactional
    public boolean isDelivered(UUID id) {
        return repository.findByIdOptional(id).map(NoticeEntity::toDomain).stream()
                .anyMatch(Notice.Delivered.class::isInstance);
    }

    private UUID tellAtOnce(SubjectRef person, Template template) {
        var row = owed(person, template, now().plus(config.gather()));
        repository.persist(row);
        return row.id;
    }

    private NoticeEntity owed(SubjectRef person, Template template, Instant tellBy) {
        var now = now();
        var facts =
                new Notice.Facts(UUID.randomUUID(), person, template, config.language(), tellBy);
        var row = new NoticeEntity().write(new Notice.Owed(facts));
        row.statusAt = now;
        row.due(now);
        return row;
    }

    @Transactional
    List<NoticeEntity> with(NoticeEntity.Status status, int limit) {
        return repository.with(status, limit);
    }

    /** How many people should have heard by now. */
    @Transactional
    long late() {
        return repository.countLate(now());
    }

    /** Its content goes, and with it that it was ever owed. */
    @Transactional
    void forget(UUID id) {
        noticeRecords.forget(id);
        repository.deleteById(id);
    }

    private NoticeEntity gathering(DataReceived event) {
        var person = holdings.subscriberOf(event.key(), event.receivedAt()).orElse(event.key());
        repository.lock(person);
        return repository.gathering(person).orElseGet(() -> owe(person, event.receivedAt()));
    }

    private NoticeEntity owe(SubjectRef person, Instant receivedAt) {
        var facts =
                new Notice.Facts(
                        UUID.randomUUID(),
                        person,
                        Template.INDIRECT_COLLECTION,
                        config.language(),
                        receivedAt.atOffset(ZoneOffset.UTC).plus(config.term()).toInstant());
        var row = new NoticeEntity().write(new Notice.Owed(facts));
        row.statusAt = now();
        row.due(receivedAt.plus(config.gather()));
        repository.persist(row);
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
