package bg.telenor.portability.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.ToRecipient.PortError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The life of another operator's request for numbers that we serve.
 *
 * <pre>
 * Received → Announced → Accepted → Scheduled → Released → Reversed  (the recipient gave them back)
 *     │          │           │        │    ↺ (another window)
 *     ├──────────┼───────────┴────────┴──→ Cancelled   (by the recipient)
 *     │          │           └────────┴──→ Withdrawn   (by us, or for want of the recipient's word)
 *     └──────────┴───────────────────────→ Rejected    (by our check, or the holder)
 * </pre>
 *
 * Who serves the numbers follows from the state alone: the recipient while Released, else we.
 */
public sealed interface PortOut {

    Request request();

    /** When time moves it; a porting that is over waits for nothing. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** The holder is told, and can say no until then. */
    default Announced announce(Instant until) {
        throw new IllegalMove((Record) this, "announce");
    }

    /** They may go; the recipient has until then to say when. */
    default Accepted accept(Instant scheduleDue) {
        throw new IllegalMove((Record) this, "accept");
    }

    default Rejected reject(Set<RejectCode> codes) {
        throw new IllegalMove((Record) this, "reject");
    }

    /** They go in this window; the recipient has until then to fetch them. */
    default Scheduled schedule(Window window, Instant fetchDue) {
        throw new IllegalMove((Record) this, "schedule");
    }

    /** We cannot keep the window: the recipient is asked for one that begins no sooner. */
    default Scheduled postpone(Instant notBefore) {
        throw new IllegalMove((Record) this, "postpone");
    }

    /**
     * Lets the numbers go. Not before the window; after it rather late than never, since the
     * customer's new operator has begun.
     */
    default Released release(Instant at) {
        throw new IllegalMove((Record) this, "release");
    }

    /** The numbers do not come back: what the recipient says is wrong. */
    default Released refuseReversal(PortError.Fault fault) {
        throw new IllegalMove((Record) this, "refuse the reversal of");
    }

    /** Takes the numbers back. */
    default Reversed takeBack(Instant at) {
        throw new IllegalMove((Record) this, "take back the numbers of");
    }

    default Cancelled cancel(CancelGround ground) {
        throw new IllegalMove((Record) this, "cancel");
    }

    /** We do not let them go after all. */
    default Withdrawn withdraw(CancelGround ground) {
        throw new IllegalMove((Record) this, "withdraw");
    }

    /**
     * What the recipient asked for; it never changes.
     *
     * @param id ours, since an id chosen by a partner could be another's
     * @param portingId the recipient's
     */
    record Request(
            UUID id,
            OperatorCode recipient,
            UUID portingId,
            SubjectRef person,
            List<SubjectRef> numbers,
            Instant receivedAt) {

        public Request {
            requireNonNull(id, "id is null");
            requireNonNull(recipient, "recipient is null");
            requireNonNull(portingId, "portingId is null");
            requireNonNull(person, "person is null");
            requireNonNull(receivedAt, "receivedAt is null");
            numbers = List.copyOf(numbers);
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("a porting has at least one number");
            }
        }
    }

    /** The recipient has our word. */
    sealed interface Promised extends PortOut {

        @Override
        default Cancelled cancel(CancelGround ground) {
            return new Cancelled(request(), ground);
        }

        @Override
        default Withdrawn withdraw(CancelGround ground) {
            return new Withdrawn(request(), ground);
        }
    }

    record Received(Request request) implements PortOut {

        /** At once. */
        @Override
        public Optional<Instant> due() {
            return Optional.of(request.receivedAt());
        }

        @Override
        public Announced announce(Instant until) {
            return new Announced(request, until);
        }

        @Override
        public Rejected reject(Set<RejectCode> codes) {
            return new Rejected(request, codes);
        }

        @Override
        public Cancelled cancel(CancelGround ground) {
            return new Cancelled(request, ground);
        }
    }

    /** We found nothing against it, and wait whether the holder does. */
    record Announced(Request request, Instant until) implements PortOut {

        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }

        @Override
        public Accepted accept(Instant scheduleDue) {
            return new Accepted(request, scheduleDue);
        }

        @Override
        public Rejected reject(Set<RejectCode> codes) {
            return new Rejected(request, codes);
        }

        @Override
        public Cancelled cancel(CancelGround ground) {
            return new Cancelled(request, ground);
        }
    }

    record Accepted(Request request, Instant scheduleDue) implements Promised {

        @Override
        public Optional<Instant> due() {
            return Optional.of(scheduleDue);
        }

        @Override
        public Scheduled schedule(Window window, Instant fetchDue) {
            return new Scheduled(request, window, fetchDue, Optional.empty());
        }
    }

    /**
     * The window is agreed.
     *
     * @param notBefore what we asked for instead, while the recipient has not said another
     */
    record Scheduled(Request request, Window window, Instant fetchDue, Optional<Instant> notBefore)
            implements Promised {

        @Override
        public Optional<Instant> due() {
            return Optional.of(fetchDue);
        }

        @Override
        public Scheduled schedule(Window next, Instant due) {
            return new Scheduled(request, next, due, Optional.empty());
        }

        @Override
        public Scheduled postpone(Instant moment) {
            return new Scheduled(request, window, fetchDue, Optional.of(moment));
        }

        @Override
        public Released release(Instant at) {
            if (at.isBefore(window.from())) {
                throw new IllegalMove(this, "release before its window");
            }
            return new Released(request, at, Optional.empty());
        }
    }

    /**
     * The recipient serves them.
     *
     * @param refused why it may not give them back, once it was told so
     */
    record Released(Request request, Instant releasedAt, Optional<PortError.Fault> refused)
            implements PortOut {

        @Override
        public Released refuseReversal(PortError.Fault fault) {
            return new Released(request, releasedAt, Optional.of(fault));
        }

        /** After they went, whatever has become of our clock. */
        @Override
        public Reversed takeBack(Instant at) {
            return new Reversed(request, at.isAfter(releasedAt) ? at : releasedAt.plusMillis(1));
        }
    }

    record Reversed(Request request, Instant reversedAt) implements PortOut {}

    record Rejected(Request request, Set<RejectCode> codes) implements PortOut {

        public Rejected {
            codes = Set.copyOf(codes);
        }
    }

    record Cancelled(Request request, CancelGround ground) implements PortOut {}

    record Withdrawn(Request request, CancelGround ground) implements PortOut {}
}
