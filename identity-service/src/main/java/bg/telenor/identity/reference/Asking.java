package bg.telenor.identity.reference;

import bg.telenor.identity.counter.Clerks;
import bg.telenor.identity.deferred.Acknowledgements;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Taken;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.photo.Photos;
import bg.telenor.kit.processing.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * How the inquiries of references begin and end, but for the first one's beginning. Each method is
 * one transaction: the state, what is kept of the person, the evidence and the event are saved
 * together or not at all. None of them asks the register.
 */
@ApplicationScoped
class Asking {

    private final ReferenceRepository repository;
    private final ReferenceRecords records;
    private final Acknowledgements acknowledgements;
    private final Admission admission;
    private final Photos photos;
    private final Clerks clerks;
    private final ReferenceConfig config;
    private final Clock clock;

    Asking(
            ReferenceRepository repository,
            ReferenceRecords records,
            Acknowledgements acknowledgements,
            Admission admission,
            Photos photos,
            Clerks clerks,
            ReferenceConfig config,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.acknowledgements = acknowledgements;
        this.admission = admission;
        this.photos = photos;
        this.clerks = clerks;
        this.config = config;
        this.clock = clock;
    }

    /** The next inquiry, for whoever has the lease; empty when there is none to be made. */
    @Transactional
    Optional<Inquiry> begin(UUID id) {
        return repository.locked(id).flatMap(this::begin);
    }

    /**
     * Takes in an inquiry's end; one that comes after its lease was lost, or after the same answer
     * by another way, changes nothing.
     *
     * @return how the reference stands if it was taken in
     */
    @Transactional
    Optional<IdentityReference> answered(Inquiry inquiry, RegisterAnswer answer) {
        return repository
                .locked(inquiry.reference())
                .filter(inquiry::isAwaitedBy)
                .map(entity -> answered(entity, inquiry, answer));
    }

    private Optional<Inquiry> begin(ReferenceEntity entity) {
        if (entity.status != ReferenceStatus.PENDING) {
            return Optional.empty();
        }
        if (records.isRestricted(entity.id)) {
            hold(entity);
            return Optional.empty();
        }
        var content = records.content(entity.id);
        var asked = Inquiry.begun(entity.toDomain(), config.terms(), clock.instant());
        entity.write(asked);
        return switch (asked) {
            case Pending pending -> {
                var inquiry = Inquiry.of(pending, content, entity);
                records.asked(pending, inquiry);
                yield Optional.of(inquiry);
            }
            case Taken taken -> Optional.of(Inquiry.of(taken, content, entity));
            case Refused refused -> {
                records.decided(refused, Source.DATA_SUBJECT, content.refused(refused));
                yield Optional.empty();
            }
            case Confirmed confirmed ->
                    throw new IllegalStateException("asking does not confirm anybody");
        };
    }

    /** What the register said meanwhile is let go, unacknowledged, and asked for again. */
    private IdentityReference hold(ReferenceEntity entity) {
        var held = entity.toDomain().hold(config.terms(), clock.instant());
        entity.write(held);
        entity.leaseUntil = null;
        return held;
    }

    private IdentityReference answered(
            ReferenceEntity entity, Inquiry inquiry, RegisterAnswer answer) {
        var pending = entity.toDomain();
        var now = clock.instant();
        if (records.isRestricted(entity.id)) {
            records.ended(pending, inquiry, answer);
            return hold(entity);
        }
        var next =
                pending.answered(
                        answer,
                        inquiry.claim(),
                        isGuardedMinor(pending.request(), answer, now),
                        config.terms(),
                        now);
        records.ended(pending, inquiry, answer);
        entity.write(next);
        entity.leaseUntil = null;
        if (inquiry.call() != null && answer.decides()) {
            acknowledgements.owe(entity.id, inquiry.call());
        }
        switch (next) {
            case Pending again -> {}
            case Taken later -> {}
            case Refused refused -> {
                if (answer instanceof Found found && !refused.reason().leavesNothing()) {
                    tellWhoHearsOfIt(refused, inquiry, found);
                }
                var source = answer instanceof Found ? inquiry.source() : Source.DATA_SUBJECT;
                var kept = inquiry.content().refused(refused);
                records.decided(refused, source, kept);
            }
            case Confirmed confirmed -> {
                var found = (Found) answer;
                tellWhoHearsOfIt(confirmed, inquiry, found);
                var person = found.person();
                var kept =
                        inquiry.content()
                                .confirmed(person, confirmed.verdict(), records.allowed(confirmed));
                records.decided(confirmed, inquiry.source(), kept);
                Optional.ofNullable(person.photo())
                        .ifPresent(photo -> photos.keep(confirmed, inquiry.source(), photo));
                repository.supersededBy(confirmed.request()).forEach(records::supersede);
            }
        }
        return next;
    }

    /** Nobody but a minor needs a guardian. */
    private boolean isGuardedMinor(
            IdentityReference.Request request, RegisterAnswer answer, Instant now) {
        return answer instanceof Found found
                && found.person().isMinor(LocalDate.ofInstant(now, IdentityReference.SOFIA))
                && admission.isGuarded(request, now);
    }

    private void tellWhoHearsOfIt(IdentityReference decided, Inquiry inquiry, Found found) {
        clerks.answered(
                decided.request(), inquiry.question().employee(), found.person().familyNames());
    }
}
