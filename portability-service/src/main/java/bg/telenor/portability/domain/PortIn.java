package bg.telenor.portability.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The life of a customer's wish to bring numbers from another operator to us.
 *
 * <pre>
 * WaitingForIdentity → Requested → Accepted → Scheduled → Executing → Completed
 *     │                    │           │       │    ↺ (window missed)
 *     ├────────────────────┴───────────┴───────┴──→ Cancelled        (by the customer)
 *     ├────────────────────┬──────────────────────→ Expired          (nobody answered in time)
 *     │                    └──────────────────────→ Rejected         (by the donor)
 *     ├───────────────────────────────────────────→ SubjectMismatch  (not the case's person)
 *     └───────────────────────────────────────────→ IdentityRefused  (by the register)
 * </pre>
 *
 * A state is a record; the moves that it allows are the methods that it overrides. Every other move
 * is refused here.
 */
public sealed interface PortIn {

    Request request();

    /** The identity is confirmed: the donor is asked, and has until {@code answerDue}. */
    default Requested ask(Instant answerDue) {
        throw new IllegalMove((Record) this, "ask for");
    }

    default SubjectMismatch mismatch() {
        throw new IllegalMove((Record) this, "find another person in");
    }

    default IdentityRefused refuseIdentity() {
        throw new IllegalMove((Record) this, "refuse the identity of");
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

    default Executing execute() {
        throw new IllegalMove((Record) this, "execute");
    }

    default Completed complete(Instant at) {
        throw new IllegalMove((Record) this, "complete");
    }

    default Cancelled cancel(CancelGround ground) {
        throw new IllegalMove((Record) this, "cancel");
    }

    default Expired expire() {
        throw new IllegalMove((Record) this, "expire");
    }

    /**
     * What the customer asked for; it never changes.
     *
     * @param client whose request it is
     */
    record Request(
            UUID id,
            String client,
            UUID caseId,
            SubjectRef person,
            List<SubjectRef> numbers,
            OperatorCode donor,
            ContractType contract,
            Instant requestedAt) {

        public Request {
            requireNonNull(id, "id is null");
            requireNonNull(client, "client is null");
            requireNonNull(caseId, "caseId is null");
            requireNonNull(person, "person is null");
            requireNonNull(donor, "donor is null");
            requireNonNull(contract, "contract is null");
            requireNonNull(requestedAt, "requestedAt is null");
            numbers = List.copyOf(numbers);
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("a porting has at least one number");
            }
        }
    }

    record WaitingForIdentity(Request request, Instant until) implements PortIn {

        @Override
        public Requested ask(Instant answerDue) {
            return new Requested(request, answerDue);
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

    record Requested(Request request, Instant answerDue) implements PortIn {

        @Override
        public Accepted accept(Instant at) {
            return new Accepted(request, at);
        }

        @Override
        public Rejected reject(Set<RejectCode> codes) {
            return new Rejected(request, codes);
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

    record Accepted(Request request, Instant acceptedAt) implements PortIn {

        @Override
        public Scheduled schedule(Window window) {
            return new Scheduled(request, window);
        }

        @Override
        public Cancelled cancel(CancelGround ground) {
            return new Cancelled(request, ground);
        }
    }

    record Scheduled(Request request, Window window) implements PortIn {

        /** A window that passed unused, say while we were down, is followed by another. */
        @Override
        public Scheduled schedule(Window next) {
            return new Scheduled(request, next);
        }

        @Override
        public Executing execute() {
            return new Executing(request, window);
        }

        @Override
        public Cancelled cancel(CancelGround ground) {
            return new Cancelled(request, ground);
        }
    }

    /** The donor was told to let go; from here there is no way back. */
    record Executing(Request request, Window window) implements PortIn {

        @Override
        public Completed complete(Instant at) {
            return new Completed(request, at);
        }
    }

    record Completed(Request request, Instant completedAt) implements PortIn {}

    record Rejected(Request request, Set<RejectCode> codes) implements PortIn {

        public Rejected {
            codes = Set.copyOf(codes);
        }
    }

    record Cancelled(Request request, CancelGround ground) implements PortIn {}

    record Expired(Request request) implements PortIn {}

    record SubjectMismatch(Request request) implements PortIn {}

    record IdentityRefused(Request request) implements PortIn {}
}
