package bg.telenor.consent.notices;

import static bg.telenor.consent.ConsentError.NOTICE_NOT_FOUND;
import static bg.telenor.kit.processing.RecordType.NOTICE;

import bg.telenor.consent.domain.Notice;
import bg.telenor.consent.domain.Notice.Template;
import bg.telenor.consent.holdings.HoldingRegister;
import bg.telenor.events.identity.IdentityEvent.IdentityChecked;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.events.notices.NoticeEvent;
import bg.telenor.events.notices.NoticeEvent.NoticeDue;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Msisdn;
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

    /** A notice on its way out. */
    record Message(UUID id, NoticeContent content) {}

    private final NoticeRepository repository;
    private final NoticeRecordRepository noticeRecords;
    private final HoldingRegister holdings;
    private final NoticeText text;
    private final NoticeConfig config;
    private final Records records;
    private final Outbox outbox;
    private final Clock clock;

    Notices(
            NoticeRepository repository,
            NoticeRecordRepository noticeRecords,
            HoldingRegister holdings,
            NoticeText text,
            NoticeConfig config,
            Records records,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.noticeRecords = noticeRecords;
        this.holdings = holdings;
        this.text = text;
        this.config = config;
        this.records = records;
        this.outbox = outbox;
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
        if (event.record() == RecordType.IDENTITY_REFERENCE) {
            repository.forgetUntold(event.recordId());
        }
        if (row == null || !row.receivedAt.isBefore(event.erasedAt())) {
            return;
        }
        noticeRecords.delete(row);
        var notice = row.noticeId == null ? null : repository.findById(row.noticeId);
        if (notice != null && isPending(notice) && noticeRecords.of(notice.id).isEmpty()) {
            repository.delete(notice);
        }
    }

    /** The register was asked about a person at a counter: they are told, once for a reference. */
    @Transactional
    void checked(IdentityChecked event) {
        if (repository.tellsOf(event.referenceId())) {
            return;
        }
        var facts =
                new Notice.Facts(
                        UUID.randomUUID(),
                        event.key(),
                        Template.IDENTITY_CHECKED,
                        config.language(),
                        event.at().plus(config.checkedFor()));
        var row = new NoticeEntity().write(new Notice.Owed(facts));
        row.referenceId = event.referenceId();
        row.shop = event.shop().value();
        row.checkedAt = event.at();
        row.statusAt = now();
        row.due(row.statusAt);
        repository.persist(row);
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
        var now = now();
        var facts =
                new Notice.Facts(
                        UUID.randomUUID(),
                        person,
                        template,
                        config.language(),
                        now.plus(config.gather()));
        var row = new NoticeEntity().write(new Notice.Owed(facts));
        row.statusAt = now;
        row.due(now);
        repository.persist(row);
        return facts.id();
    }

    /** Writes an owed notice and tells the notifier, if the person can be reached. */
    @Transactional
    void announce(UUID id) {
        var row = repository.findById(id);
        if (row == null || !isPending(row)) {
            return;
        }
        var now = now();
        var notice = row.toDomain();
        var address = holdings.addressOf(notice.facts().person(), now);
        if (address.isEmpty() && isGivenUp(notice.facts(), now)) {
            repository.delete(row);
            return;
        }
        if (address.isEmpty()) {
            row.write(notice.missAddress(now));
            row.due(now.plus(config.addressRetry()));
            return;
        }
        keep(notice.facts(), address.orElseThrow(), text(row));
        row.write(notice.announce(now));
        row.due(null);
        var facts = notice.facts();
        outbox.publish(
                new NoticeDue(
                        facts.person(),
                        facts.id(),
                        NoticeEvent.Template.valueOf(facts.template().name()),
                        NoticeEvent.Language.valueOf(facts.language().name())));
    }

    /** Hands a notice to the notifier; the first time counts as delivered. */
    @Transactional
    Message fetch(UUID id) {
        var row = repository.findById(id);
        if (row == null || isPending(row)) {
            throw new ProblemException(NOTICE_NOT_FOUND);
        }
        if (row.toDomain() instanceof Notice.Announced announced) {
            row.write(announced.deliver(now()));
        }
        return records.open(NOTICE, id, NoticeContent.class)
                .map(content -> new Message(id, content))
                .orElseThrow(() -> new ProblemException(NOTICE_NOT_FOUND));
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

    /** Nobody is owed word of a check; who has no number with us after a while is not told. */
    private static boolean isGivenUp(Notice.Facts facts, Instant now) {
        return switch (facts.template()) {
            case IDENTITY_CHECKED -> !now.isBefore(facts.tellBy());
            case INDIRECT_COLLECTION, RIGHTS_REQUEST_DONE, RESTRICTION_TO_BE_LIFTED -> false;
        };
    }

    private String text(NoticeEntity row) {
        return switch (row.template) {
            case IDENTITY_CHECKED -> text.writeChecked(row.language, row.shop, row.checkedAt);
            case INDIRECT_COLLECTION, RIGHTS_REQUEST_DONE, RESTRICTION_TO_BE_LIFTED ->
                    text.write(row.template, row.language, noticeRecords.of(row.id));
        };
    }

    private void keep(Notice.Facts facts, Msisdn address, String said) {
        records.keep(
                new Kept(
                        NOTICE,
                        facts.id(),
                        facts.person(),
                        Purpose.DATA_SUBJECT_RIGHTS,
                        Source.DERIVED,
                        null),
                new NoticeContent(address, facts.language(), said));
    }

    private static boolean isPending(NoticeEntity row) {
        return switch (row.status) {
            case OWED, NO_ADDRESS -> true;
            case ANNOUNCED, DELIVERED -> false;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
