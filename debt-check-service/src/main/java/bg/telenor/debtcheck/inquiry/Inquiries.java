package bg.telenor.debtcheck.inquiry;

import static bg.telenor.debtcheck.DebtCheckError.INQUIRY_BUDGET_SPENT;
import static bg.telenor.debtcheck.DebtCheckError.INQUIRY_ID_REUSED;
import static bg.telenor.kit.problem.CommonError.BIRTH_DATE_IN_FUTURE;

import bg.telenor.debtcheck.obligation.Obligations;
import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Other operators' questions about our own debtors: one inquiry, one yes or no, on record on both
 * sides. Whom we do not know and who owes nothing are answered by the same steps and alike.
 */
@ApplicationScoped
class Inquiries {

    /** What another operator wants to know; the ground is the only one that the law gives. */
    record Question(UUID inquiryId, PersonalNumber identifier, Ground ground) {}

    enum Ground {
        DEVICE_WITH_CONTRACT
    }

    enum Result {
        FOUND,
        CLEAR
    }

    record Answer(UUID inquiryId, Result result, Instant answeredAt) {}

    /** What lies sealed of an inquiry. */
    record Content(PersonalNumber identifier, Ground ground, Result result) {}

    private final InquiryRepository repository;
    private final Obligations obligations;
    private final PartnerRows rows;
    private final Records records;
    private final SubjectRefs refs;
    private final InquiryConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Inquiries(
            InquiryRepository repository,
            Obligations obligations,
            PartnerRows rows,
            Records records,
            SubjectRefs refs,
            InquiryConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.repository = repository;
        this.obligations = obligations;
        this.rows = rows;
        this.records = records;
        this.refs = refs;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** Answers once; the same inquiry again gets the same answer. */
    @Transactional
    Answer answer(OperatorCode asker, String client, Question question) {
        rows.of(client);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, config.zone());
        if (question.identifier().isOfUnborn(today)) {
            throw new ProblemException(BIRTH_DATE_IN_FUTURE);
        }
        var person = refs.of(question.identifier());
        int usedToday = repository.countOneMore(client, today);
        var before = repository.findOf(client, question.inquiryId());
        if (before.isPresent()) {
            return again(before.get(), person, question);
        }
        if (usedToday > config.perDay()) {
            throw spent(asker, "day");
        }
        if (repository.countAbout(client, person, now.minus(config.personWindow()))
                >= config.perPerson()) {
            throw spent(asker, "person");
        }
        var result = obligations.hasDue(person) ? Result.FOUND : Result.CLEAR;
        // Whole seconds: as stored, and of the same length in every answer.
        var answer = new Answer(question.inquiryId(), result, now.truncatedTo(ChronoUnit.SECONDS));
        keep(asker, client, person, question, answer);
        return answer;
    }

    private Answer again(InquiryEntity before, SubjectRef person, Question question) {
        // Whoever asks again learns what was said, and not that the person restricted it since.
        var content =
                records.open(
                        RecordType.DEBT_INQUIRY,
                        before.id,
                        Content.class,
                        Records.Despite.RIGHTS_OF_ANOTHER);
        if (!before.personRef.equals(person.value())
                || content.isEmpty()
                || content.get().ground() != question.ground()) {
            throw new ProblemException(INQUIRY_ID_REUSED);
        }
        return new Answer(before.inquiryId, content.get().result(), before.answeredAt);
    }

    private void keep(
            OperatorCode asker,
            String client,
            SubjectRef person,
            Question question,
            Answer answer) {
        var entity = new InquiryEntity();
        entity.id = UUID.randomUUID();
        entity.client = client;
        entity.inquiryId = question.inquiryId();
        entity.personRef = person.value();
        entity.answeredAt = answer.answeredAt();
        repository.persist(entity);
        records.keep(
                new Kept(
                        RecordType.DEBT_INQUIRY,
                        entity.id,
                        person,
                        Purpose.DEBT_INQUIRY_ANSWER,
                        Source.OTHER_OPERATOR,
                        null),
                new Content(question.identifier(), question.ground(), answer.result()));
        records.disclosed(RecordType.DEBT_INQUIRY, entity.id, asker);
    }

    /** Somebody may be fishing: counted, so that an alarm can watch. */
    private ProblemException spent(OperatorCode asker, String budget) {
        meters.counter("debt_inquiries_over_budget", "operator", asker.value(), "budget", budget)
                .increment();
        return new ProblemException(INQUIRY_BUDGET_SPENT);
    }
}
