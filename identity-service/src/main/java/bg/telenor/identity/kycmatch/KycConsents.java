package bg.telenor.identity.kycmatch;

import bg.telenor.events.consent.ConsentEvent.ConsentState;
import bg.telenor.events.consent.ConsentEvent.Entry;
import bg.telenor.events.consent.ConsentEvent.Status;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who consented to what matches need, in memory of every replica, as consent-service says it. A
 * person consents as such or for one number.
 */
@ApplicationScoped
class KycConsents {

    private record Known(List<Entry> entries, Instant at) {}

    private final ConcurrentHashMap<SubjectRef, Known> known = new ConcurrentHashMap<>();
    private final Set<Purpose> purposes;
    private final Duration mayLag;
    private volatile Instant knownUntil = Instant.MIN;

    KycConsents(KycPartners partners, KycMatchConfig config) {
        this.purposes = partners.purposes();
        this.mayLag = config.consentsMayLag();
    }

    /** All that was said up to a moment has been heard. */
    void knownUntil(Instant at) {
        knownUntil = at;
    }

    /** Whether everything that was on the topic at the start has been heard. */
    boolean areKnown() {
        return knownUntil.isAfter(Instant.MIN);
    }

    /** Remembers what concerns us; an older state than the known one is a replay. */
    void heard(ConsentState state) {
        var entries =
                state.entries().stream()
                        .filter(entry -> purposes.contains(entry.purpose()))
                        .toList();
        known.compute(
                state.key(),
                (key, before) ->
                        before != null && before.at().isAfter(state.at())
                                ? before
                                : new Known(entries, state.at()));
    }

    void forget(SubjectRef key) {
        known.remove(key);
    }

    /**
     * Whether the holder of a number consents. What is withdrawn anywhere is withdrawn, and so is
     * all that may have been withdrawn unheard. Consent for the number counts where nobody else has
     * it, and from the time that the holder has.
     */
    boolean stands(Purpose purpose, Holding holding, boolean alone, Instant now) {
        if (knownUntil.isBefore(now.minus(mayLag))) {
            return false;
        }
        var own = entry(holding.person(), purpose);
        var ofNumber = entry(holding.number(), purpose);
        if (isWithdrawn(own) || isWithdrawn(ofNumber)) {
            return false;
        }
        return own != null
                || (ofNumber != null && alone && !ofNumber.at().isBefore(holding.from()));
    }

    /** Whether what was said of a subject at a moment, or later, is known. */
    boolean hasHeard(SubjectRef subject, Instant at) {
        var state = known.get(subject);
        return state != null && !state.at().isBefore(at);
    }

    private Entry entry(SubjectRef subject, Purpose purpose) {
        var state = known.get(subject);
        return state == null
                ? null
                : state.entries().stream()
                        .filter(entry -> entry.purpose() == purpose)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isWithdrawn(Entry entry) {
        return entry != null && entry.status() == Status.WITHDRAWN;
    }
}
