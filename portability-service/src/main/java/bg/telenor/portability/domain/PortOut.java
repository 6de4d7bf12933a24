package bg.telenor.portability.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The life of another operator's request for numbers that we serve.
 *
 * <pre>
 * Received → Announced → Accepted → Scheduled → Released
 *     │  │       │          ↑ │         │    ↺ (another window)
 *     │  └───────┼──────────┘ └─────────┴──→ Cancelled   (by the recipient, also before)
 *     └──────────┴─────────────────────────→ Rejected    (by our check, or the holder)
 * </pre>
 */
public sealed interface PortOut {

    Request request();

    /** The holder is told, and can say no until then. */
    default Announced announce(Instant until) {
        throw new IllegalMove((Record) this, "announce");
    }

    /** The holder says no: the numbers stay. */
    default Rejected object() {
        throw new IllegalMove((Record) this, "object to");
    }

    default Accepted accept() {
        throw new IllegalMove((Record) this, "accept");
    }

    default Rejected reject(Set<RejectCode> codes) {
        throw new IllegalMove((Record) this, "reject");
    }

    default Scheduled schedule(Window window) {
        throw new IllegalMove((Record) this, "schedule");
    }

    /**
     * Lets the numbers go. Not before the window; after it rather late than never, since the
     * customer's new operator has begun.
     */
    default Released release(Instant at) {
        throw new IllegalMove((Record) this, "release");
    }

    default Cancelled cancel(CancelGround ground) {
        throw new IllegalMove((Record) this, "cancel");
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

    record Received(Request request) implements PortOut {

        @Override
        public Announced announce(Instant until) {
            return new Announced(request, until);
        }

        @Override
        public Rejected object() {
            return new Rejected(request, Set.of(RejectCode.HOLDER_OBJECTS));
        }

        @Override
        public Accepted accept() {
            return new Accepted(request);
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

    record Announced(Request request, Instant until) implements PortOut {

        @Override
        public Rejected object() {
            return new Rejected(request, Set.of(RejectCode.HOLDER_OBJECTS));
        }

        @Override
        public Accepted accept() {
            return new Accepted(request);
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

    record Accepted(Request request) implements PortOut {

        @Override
        public Scheduled schedule(Window window) {
            return new Scheduled(request, window);
        }

        @Override
        public Cancelled cancel(CancelGround ground) {
            return new Cancelled(request, ground);
        }
    }

    record Scheduled(Request request, Window window) implements PortOut {

        @Override
        public Scheduled schedule(Window next) {
            return new Scheduled(request, next);
        }

        @Override
        public Released release(Instant at) {
            if (at.isBefore(window.from())) {
                throw new IllegalMove(this, "release before its window");
            }
            return new Released(request, at);
        }

        @Override
        public Cancelled cancel(CancelGround ground) {
            return new Cancelled(request, ground);
        }
    }

    record Released(Request request, Instant releasedAt) implements PortOut {}

    record Rejected(Request request, Set<RejectCode> codes) implements PortOut {

        public Rejected {
            codes = Set.copyOf(codes);
        }
    }

    record Cancelled(Request request, CancelGround ground) implements PortOut {}
}
