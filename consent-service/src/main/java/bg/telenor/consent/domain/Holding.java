package bg.telenor.consent.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * That a person has a number, in a capacity and for a time. A number is not a person: what is known
 * about it belongs to whoever held it then.
 *
 * @param until exclusive; null while it lasts
 */
public record Holding(
        UUID id,
        SubjectRef number,
        SubjectRef person,
        Capacity capacity,
        Instant from,
        Instant until) {

    /** In what capacity a person has to do with a number; the one who may be asked comes first. */
    public enum Capacity {
        SUBSCRIBER,
        USER,
        REPRESENTATIVE,
        CONTACT,
        GUARDIAN,
        DEBTOR,
        HEIR
    }

    public Holding {
        requireNonNull(id, "id is null");
        requireNonNull(number, "number is null");
        requireNonNull(person, "person is null");
        requireNonNull(capacity, "capacity is null");
        requireNonNull(from, "from is null");
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("until must be after from");
        }
    }

    public boolean lastsAt(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    /** Whether there is a moment at which both last. */
    public boolean meets(Holding other) {
        return (until == null || other.from.isBefore(until))
                && (other.until == null || from.isBefore(other.until));
    }

    /** Whether both say the same, but for the end. */
    public boolean sameButForItsEnd(Holding other) {
        return closedAt(null).equals(other.closedAt(null));
    }

    public Holding closedAt(Instant end) {
        return new Holding(id, number, person, capacity, from, end);
    }
}
