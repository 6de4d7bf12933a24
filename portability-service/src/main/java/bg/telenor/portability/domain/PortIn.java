package bg.telenor.portability.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a customer's wish to bring numbers from another operator to us.
 *
 * <pre>
 * WaitingForIdentity → Requested → Acknowledged → Accepted → Scheduled → Executing → Completed
 *     │                    │            │             │        │  ↺ (another window)    ↑↓
 *     │                    │            │             │        │          │         Reversing
 *     │                    │            │             │        │          │            │
 *     │                    │            │             │        │          │         Reversed
 *     ├────────────────────┴────────────┴─────────────┴────────┴──→ Cancelled  (by the customer)
 *     │                    ├────────────┴─────────────┴────────┴──┴→ Withdrawn  (by the donor)
 *     ├────────────────────┼────────────┬─────────────→ Expired   (nobody answered in time)
 *     │                    └────────────┴─────────────→ Rejected  (by the donor)
 *     ├──→ SubjectMismatch  (not the case's person)
 *     └──→ IdentityRefused  (by the register)
 * </pre>
 *
 * A state is a record; the moves that it allows are the methods that it overrides. Every other move
 * is refused here.
 */
public sealed interface PortIn {

    PortInRequest request();

    /** When time moves it; a porting that is over waits for nothing. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** The identity is confirmed: the donor is asked, and has until then to say that it knows. */
    default Requested ask(Instant acknowledgeDue) {
        throw new IllegalMove((Record) this, "ask for");
    }

    default SubjectMismatch mismatch() {
        throw new IllegalMove((Record) this, "find another person in");
    }

    default IdentityRefused refuseIdentity() {
        throw new IllegalMove((Record) this, "refuse the identity of");
    }

    /** The donor has the request, and until then to answer it. */
    default Acknowledged acknowledge(Instant answerDue) {
        throw new IllegalMove((Record) this, "acknowledge");
    }

    default Accepted accept(Instant at) {
        throw new IllegalMove((Record) this, "accept");
    }

    default Rejected reject(Set<RejectCode> codes) {
        throw new IllegalMove((Record) this, "reject");
    }

    default Scheduled schedule(Window window) {
        throw new IllegalMove((Record) this, "schedule");
    }

    /** The donor is told to let go; it is asked again when it has not answered by then. */
    default Executing execute(Instant answerDue) {
        throw new IllegalMove((Record) this, "execute");
    }

    /** No answer yet: the donor is asked, and again when it has not answered by then. */
    default PortIn askAgain(Instant answerDue) {
        throw new IllegalMove((Record) this, "ask again about");
    }

    default Completed complete(Instant at) {
        throw new IllegalMove((Record) this, "complete");
    }

    /** The donor is to take the numbers back. */
    default Reversing reverse(ReversalGround ground, Instant answerDue) {
        throw new IllegalMove((Record) this, "reverse");
    }

    /** The donor does not take them back. */
    default Completed keep() {
        throw new IllegalMove((Record) this, "keep the numbers of");
    }

    /** The donor has taken them back. */
    default Reversed giveBack(Instant at) {
        throw new IllegalMove((Record) this, "give back the numbers of");
    }

    default Cancelled cancel(CancelGround ground) {
        throw new IllegalMove((Record) this, "cancel");
    }

    /** The donor does not let them go after all. */
    default Withdrawn withdraw(CancelGround ground) {
        throw new IllegalMove((Record) this, "withdraw");
    }

    default Expired expire() {
        throw new IllegalMove((Record) this, "expire");
    }

    /** The donor knows of it, and the numbers are still where they were. */
    sealed interface Asked extends PortIn {

        @Override
        default Cancelled cancel(CancelGround ground) {
            return new Cancelled(request(), ground);
        }

        @Override
        default Withdrawn withdraw(CancelGround ground) {
            return new Withdrawn(request(), ground);
        }
    }

    /** The donor has not said yet whether they may go. */
    sealed interface Unanswered extends Asked {

        @Override
        default Accepted accept(Instant at) {
            return new Accepted(request(), at);
        }

        @Override
        default Rejected reject(Set<RejectCode> codes) {
            return new Rejected(request(), codes);
        }

        @Override
        default Expired expire() {
            return new Expired(request());
        }
    }

    /** The numbers have come; perhaps they went back. */
    sealed interface Moved extends PortIn {}

    /** It is over, and the numbers stay where they were. */
    sealed interface Ended extends PortIn {}

    record WaitingForIdentity(PortInRequest request, Instant until) implements PortIn {

        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }

        @Override
        public Requested ask(Instant acknowledgeDue) {
            return new Requested(request, acknowledgeDue);
        }

        @Override
        public SubjectMismatch mismatch() {
            return new SubjectMismatch(request);
        }

        @Override
        public IdentityRefused refuseIdentity() {
            return new IdentityRefused(request);
        }

        @Override
        public Cancelled cancel(CancelGround ground) {
            return new Cancelled(request, ground);
        }

        @Override
        public Expired expire() {
            return new Expired(request);
        }
    }

    record Requested(PortInRequest request, Instant acknowledgeDue) implements Unanswered {

        @Override
        public Optional<Instant> due() {
            return Optional.of(acknowledgeDue);
        }

        @Override
        public Acknowledged acknowledge(Instant answerDue) {
            return new Acknowledged(request, answerDue);
        }
    }

    record Acknowledged(PortInRequest request, Instant answerDue) implements Unanswered {

        @Override
        public Optional<Instant> due() {
            return Optional.of(answerDue);
        }
    }

    record Accepted(PortInRequest request, Instant acceptedAt) implements Asked {

        @Override
        public Optional<Instant> due() {
            return Optional.of(acceptedAt);
        }

        @Override
        public Scheduled schedule(Window window) {
            return new Scheduled(request, window);
        }
    }

    record Scheduled(PortInRequest request, Window window) implements Asked {

        @Override
        public Optional<Instant> due() {
            return Optional.of(window.from());
        }

        /** A window that passed unused, or that the donor cannot keep, is followed by another. */
        @Override
        public Scheduled schedule(Window next) {
            return new Scheduled(request, next);
        }

        @Override
        public Executing execute(Instant answerDue) {
            return new Executing(request, window, answerDue);
        }
    }

    /** The donor was told to let go: what becomes of it is the donor's to say. */
    record Executing(PortInRequest request, Window window, Instant answerDue) implements PortIn {

        @Override
        public Optional<Instant> due() {
            return Optional.of(answerDue);
        }

        @Override
        public Executing askAgain(Instant next) {
            return new Executing(request, window, next);
        }

        @Override
        public Completed complete(Instant at) {
            return new Completed(request, at);
        }

        @Override
        public Withdrawn withdraw(CancelGround ground) {
            return new Withdrawn(request, ground);
        }
    }

    record Completed(PortInRequest request, Instant completedAt) implements Moved {

        @Override
        public Reversing reverse(ReversalGround ground, Instant answerDue) {
            return new Reversing(request, completedAt, ground, answerDue);
        }
    }

    /** We serve the numbers until the donor says that it does. */
    record Reversing(
            PortInRequest request, Instant completedAt, ReversalGround ground, Instant answerDue)
            implements Moved {

        @Override
        public Optional<Instant> due() {
            return Optional.of(answerDue);
        }

        @Override
        public Reversing askAgain(Instant next) {
            return new Reversing(request, completedAt, ground, next);
        }

        @Override
        public Completed keep() {
            return new Completed(request, completedAt);
        }

        /** After they came, whatever the donor's clock says. */
        @Override
        public Reversed giveBack(Instant at) {
            return new Reversed(request, at.isAfter(completedAt) ? at : completedAt.plusMillis(1));
        }
    }

    record Reversed(PortInRequest request, Instant reversedAt) implements Moved {}

    record Rejected(PortInRequest request, Set<RejectCode> codes) implements Ended {

        public Rejected {
            codes = Set.copyOf(codes);
        }
    }

    record Cancelled(PortInRequest request, CancelGround ground) implements Ended {}

    record Withdrawn(PortInRequest request, CancelGround ground) implements Ended {}

    record Expired(PortInRequest request) implements Ended {}

    record SubjectMismatch(PortInRequest request) implements Ended {}

    record IdentityRefused(PortInRequest request) implements Ended {}
}
