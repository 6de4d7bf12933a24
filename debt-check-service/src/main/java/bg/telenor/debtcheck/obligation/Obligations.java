package bg.telenor.debtcheck.obligation;

import bg.telenor.debtcheck.domain.Obligation;
import bg.telenor.events.intake.IntakeEvent.DataErased.Reason;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What persons owe us, as billing tells it. Each method is one transaction. */
@ApplicationScoped
public class Obligations {

    private final ObligationRepository repository;
    private final Records records;
    private final SubjectRefs refs;
    private final ObligationConfig config;
    private final Clock clock;

    Obligations(
            ObligationRepository repository,
            Records records,
            SubjectRefs refs,
            ObligationConfig config,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.refs = refs;
        this.config = config;
        this.clock = clock;
    }

    /** Whether the person owes us what another operator may be told of. */
    @Transactional
    public boolean hasDue(SubjectRef person) {
        return repository.of(person).stream()
                .anyMatch(obligation -> obligation.counts(today(), config.limitation()));
    }

    /** Takes in what billing says of an obligation; the last word stands. */
    @Transactional(rollbackOn = LineRefused.class)
    void put(ObligationLine line) throws LineRefused {
        if (line.identifier().isOfUnborn(today())) {
            throw new LineRefused(LineError.INVALID_IDENTIFIER);
        }
        var person = refs.of(line.identifier());
        switch (line.state()) {
            case DUE, DISPUTED -> keep(line, person);
            case SETTLED -> settle(line.obligationId(), person);
        }
    }

    private void keep(ObligationLine line, SubjectRef person) throws LineRefused {
        var obligation = new Obligation(line.state(), line.dueOn());
        if (!repository.put(line.obligationId(), person, obligation, clock.instant())) {
            throw new LineRefused(LineError.PERSON_CHANGED);
        }
        var kept =
                new Kept(
                        RecordType.OBLIGATION,
                        line.obligationId(),
                        person,
                        Purpose.OBLIGATION_RECORDS,
                        Source.BILLING,
                        null);
        records.keep(kept, line);
    }

    /** What nobody owes any more is not needed for anything here. */
    private void settle(UUID id, SubjectRef person) throws LineRefused {
        var known = repository.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            return;
        }
        if (!known.personRef.equals(person.value())) {
            throw new LineRefused(LineError.PERSON_CHANGED);
        }
        records.erase(RecordType.OBLIGATION, id, Reason.SUPERSEDED);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), config.zone());
    }
}
