package bg.telenor.consent.notices;

import static bg.telenor.consent.ConsentError.NOTICE_NOT_FOUND;
import static bg.telenor.kit.processing.RecordType.NOTICE;

import bg.telenor.consent.domain.Notice;
import bg.telenor.consent.holdings.HoldingRegister;
import bg.telenor.events.notices.NoticeEvent;
import bg.telenor.events.notices.NoticeEvent.NoticeDue;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Msisdn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Notices on their way: written when the person can be reached, and handed to the notifier. */
@ApplicationScoped
class NoticePost {

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

    NoticePost(
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

    /** Writes an owed notice and tells the notifier, if the person can be reached. */
    @Transactional
    void announce(UUID id) {
        var row = repository.findById(id);
        if (row == null || !row.isPending()) {
            return;
        }
        var now = now();
        var notice = row.toDomain();
        var address = address(row, now);
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
        if (row == null || row.isPending()) {
            throw new ProblemException(NOTICE_NOT_FOUND);
        }
        if (row.toDomain() instanceof Notice.Announced announced) {
            row.write(announced.deliver(now()));
        }
        return records.open(NOTICE, id, NoticeContent.class)
                .map(content -> new Message(id, content))
                .orElseThrow(() -> new ProblemException(NOTICE_NOT_FOUND));
    }

    /** What is of a number goes to that number, while it is the person's. */
    private Optional<Msisdn> address(NoticeEntity row, Instant now) {
        var person = new SubjectRef(row.personRef);
        return row.numberRef == null
                ? holdings.addressOf(person, now)
                : holdings.addressOf(person, new SubjectRef(row.numberRef), now);
    }

    /** What nobody is owed word of is not told to who cannot be reached in time. */
    private static boolean isGivenUp(Notice.Facts facts, Instant now) {
        return switch (facts.template()) {
            case IDENTITY_CHECKED,
                    PORT_OUT_REQUESTED,
                    PORT_OUT_SCHEDULED,
                    PORT_LOCK_SET,
                    PORT_LOCK_LIFTED ->
                    !now.isBefore(facts.tellBy());
            case INDIRECT_COLLECTION, RIGHTS_REQUEST_DONE, RESTRICTION_TO_BE_LIFTED -> false;
        };
    }

    private String text(NoticeEntity row) {
        return switch (row.template) {
            case IDENTITY_CHECKED -> text.writeChecked(row.language, row.shop, row.checkedAt);
            case PORT_OUT_REQUESTED, PORT_OUT_SCHEDULED, PORT_LOCK_SET, PORT_LOCK_LIFTED ->
                    text.writeOfNumber(row.template, row.language, row.operator, row.moment);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
