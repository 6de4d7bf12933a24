package bg.telenor.consent.consents;

import static bg.telenor.consent.ConsentError.BIRTH_DATE_IN_FUTURE;
import static bg.telenor.consent.ConsentError.CONSENT_ALREADY_GIVEN;
import static bg.telenor.consent.ConsentError.CONSENT_NOT_FOUND;
import static bg.telenor.consent.ConsentError.NUMBER_NOT_HELD;
import static bg.telenor.consent.ConsentError.PERSON_NOT_ALLOWED;
import static bg.telenor.consent.ConsentError.PERSON_REQUIRED;
import static bg.telenor.kit.problem.CommonError.PURPOSE_NOT_ALLOWED;
import static bg.telenor.kit.processing.RecordType.CONSENT;

import bg.telenor.consent.domain.Birth;
import bg.telenor.consent.domain.Consent;
import bg.telenor.consent.domain.Consent.Channel;
import bg.telenor.consent.domain.Holding;
import bg.telenor.consent.domain.TextVersion;
import bg.telenor.consent.holdings.HoldingEnded;
import bg.telenor.consent.holdings.HoldingRegister;
import bg.telenor.events.consent.ConsentEvent;
import bg.telenor.events.consent.ConsentEvent.ConsentState;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All consents. After each change everybody hears where all of the subject's consents stand. */
@ApplicationScoped
class Consents {

    /**
     * Who may see or withdraw a consent: the person, or the client that gave it on their behalf.
     */
    record Owner(String client, Optional<SubjectRef> person) {

        boolean owns(ConsentEntity row) {
            return person.map(ref -> ref.value().equals(row.personRef))
                    .orElseGet(() -> client.equals(row.client));
        }
    }

    /**
     * @param number or null when the consent is not limited to one
     */
    record Wish(Purpose purpose, Channel channel, TextVersion text, Msisdn number) {}

    private final ConsentRepository repository;
    private final ConsentTexts texts;
    private final HoldingRegister holdings;
    private final Catalogue catalogue;
    private final SubjectRefs refs;
    private final Records records;
    private final Outbox outbox;
    private final Clock clock;

    Consents(
            ConsentRepository repository,
            ConsentTexts texts,
            HoldingRegister holdings,
            Catalogue catalogue,
            SubjectRefs refs,
            Records records,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.texts = texts;
        this.holdings = holdings;
        this.catalogue = catalogue;
        this.refs = refs;
        this.records = records;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Whose consent it is: the caller's own, or that of someone whom a channel names.
     *
     * @param identifier null with a person's own token
     */
    SubjectRef personOf(Owner caller, PersonalNumber identifier) {
        var own = caller.person();
        if (own.isPresent() && identifier != null) {
            throw new ProblemException(PERSON_NOT_ALLOWED);
        }
        if (own.isEmpty() && identifier == null) {
            throw new ProblemException(PERSON_REQUIRED);
        }
        return own.orElseGet(() -> subject(identifier));
    }

    private SubjectRef subject(PersonalNumber identifier) {
        if (!Birth.isPast(identifier, clock.instant())) {
            throw new ProblemException(BIRTH_DATE_IN_FUTURE);
        }
        return refs.of(identifier);
    }

    @Transactional
    UUID give(Wish wish, SubjectRef person, Owner by) {
        if (!catalogue.of(wish.purpose()).explicitConsent()) {
            throw new ProblemException(PURPOSE_NOT_ALLOWED);
        }
        var text = texts.digest(wish.purpose(), wish.text());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var holding = Optional.ofNullable(wish.number()).map(number -> held(person, number, now));
        var subject = holding.map(Holding::number).orElse(person);
        repository.lock(subject);
        var agreement =
                new Consent.Agreement(
                        UUID.randomUUID(),
                        person,
                        subject,
                        holding.map(Holding::id).orElse(null),
                        wish.purpose(),
                        wish.channel(),
                        wish.text(),
                        now);
        if (repository.isGiven(agreement)) {
            throw new ProblemException(CONSENT_ALREADY_GIVEN);
        }
        var row = new ConsentEntity().write(new Consent.Given(agreement));
        row.client = by.person().isPresent() ? null : by.client();
        repository.persist(row);
        keep(agreement, ConsentContent.of(agreement, text, wish.number()));
        publishState(subject, now);
        return agreement.id();
    }

    /** Withdrawing what is withdrawn changes nothing. */
    @Transactional
    Consent withdraw(UUID id, Channel channel, Owner owner) {
        var row = own(id, owner);
        var consent = row.toDomain();
        return switch (consent) {
            case Consent.Withdrawn done -> done;
            case Consent.Given given -> {
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                var withdrawn = given.withdraw(channel, now);
                repository.lock(given.agreement().subject());
                row.write(withdrawn);
                records.open(CONSENT, id, ConsentContent.class, Records.Despite.DUTY_TO_PERSON)
                        .ifPresent(
                                content -> keep(given.agreement(), content.withdrawn(withdrawn)));
                publishState(given.agreement().subject(), now);
                yield withdrawn;
            }
        };
    }

    @Transactional
    Consent get(UUID id, Owner owner) {
        return own(id, owner).toDomain();
    }

    @Transactional
    List<Consent> ofPerson(SubjectRef person) {
        return repository.ofPerson(person).stream().map(ConsentEntity::toDomain).toList();
    }

    /** Its content goes, and so does what it says to others. */
    @Transactional
    void forget(UUID id) {
        repository
                .findByIdOptional(id)
                .ifPresent(
                        row -> {
                            var subject = new SubjectRef(row.subjectRef);
                            repository.lock(subject);
                            repository.delete(row);
                            publishState(subject, clock.instant());
                        });
    }

    /** The next holder of a number starts without the consents of the last. */
    @Transactional
    void ended(@Observes HoldingEnded event) {
        var number = event.holding().number();
        repository.lock(number);
        if (!repository.ofSubject(number).isEmpty()) {
            publishState(number, clock.instant());
        }
    }

    private Holding held(SubjectRef person, Msisdn number, Instant at) {
        return holdings.of(person, refs.of(number), at)
                .orElseThrow(() -> new ProblemException(NUMBER_NOT_HELD));
    }

    private ConsentEntity own(UUID id, Owner owner) {
        return repository
                .findByIdOptional(id)
                .filter(owner::owns)
                .orElseThrow(() -> new ProblemException(CONSENT_NOT_FOUND));
    }

    private void keep(Consent.Agreement agreement, ConsentContent content) {
        records.keep(
                new Kept(
                        CONSENT,
                        agreement.id(),
                        agreement.person(),
                        Purpose.CONSENT_RECORDS,
                        Source.DATA_SUBJECT,
                        null),
                content);
    }

    /** The latest of each purpose counts; what hangs on a holding that is over does not. */
    private void publishState(SubjectRef subject, Instant now) {
        Map<Purpose, ConsentEvent.Entry> entries = new EnumMap<>(Purpose.class);
        repository.flush();
        repository.ofSubject(subject).stream()
                .filter(row -> row.holdingId == null || holdings.lasts(row.holdingId, now))
                .forEach(row -> entries.put(row.purpose, row.published()));
        if (entries.isEmpty()) {
            outbox.forget(ConsentEvent.TOPIC, subject.value());
        } else {
            outbox.publish(new ConsentState(subject, List.copyOf(entries.values()), now, null));
        }
    }
}
