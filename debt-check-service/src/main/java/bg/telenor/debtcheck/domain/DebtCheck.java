package bg.telenor.debtcheck.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/**
 * The life of one question to other operators: does this person owe you?
 *
 * <pre>
 * WaitingForIdentity → Asking ⟲ heard → Decided
 *     │        ↑          ├──────────→ Cancelled
 *     │        └──────────┘           (the confirmation was withdrawn)
 *     ├→ Cancelled
 *     ├→ Expired           (nobody confirmed the identity in time)
 *     ├→ SubjectMismatch   (another person is confirmed for the case)
 *     └→ IdentityRefused
 * </pre>
 *
 * A state is a record; the moves that it allows are the methods that it overrides. Every other move
 * is refused here.
 */
public sealed interface DebtCheck {

    Request request();

    /** The identity is confirmed: operators are asked until {@code deadline}. */
    default Asking ask(Instant deadline) {
        throw new IllegalMove(this, "ask for");
    }

    /** The confirmation does not hold any more: nobody is asked, and what was heard is let go. */
    default WaitingForIdentity unconfirm(Instant expiresAt) {
        throw new IllegalMove(this, "unconfirm");
    }

    /** Operators answered; what an operator said first stands. */
    default Asking heard(Map<OperatorCode, OperatorAnswer> more) {
        throw new IllegalMove(this, "hear answers to");
    }

    /** Decides on what is known; an operator not heard gave no answer. */
    default Decided decide(Instant at) {
        throw new IllegalMove(this, "decide");
    }

    default Expired expire(Instant at) {
        throw new IllegalMove(this, "expire");
    }

    default Cancelled cancel(Instant at) {
        throw new IllegalMove(this, "cancel");
    }

    default SubjectMismatch mismatch(Instant at) {
        throw new IllegalMove(this, "find a mismatch in");
    }

    default IdentityRefused refuseIdentity(Instant at) {
        throw new IllegalMove(this, "refuse the identity of");
    }

    /**
     * What was asked for; it never changes.
     *
     * @param client whose check it is
     */
    record Request(
            UUID id,
            String client,
            UUID caseId,
            SubjectRef person,
            DeviceCategory device,
            Set<OperatorCode> operators,
            Instant requestedAt) {

        public Request {
            requireNonNull(id, "id is null");
            requireNonNull(client, "client is null");
            requireNonNull(caseId, "caseId is null");
            requireNonNull(person, "person is null");
            requireNonNull(device, "device is null");
            requireNonNull(requestedAt, "requestedAt is null");
            operators = Set.copyOf(operators);
            if (operators.isEmpty()) {
                throw new IllegalArgumentException("no operator to ask");
            }
        }
    }

    record WaitingForIdentity(Request request, Instant expiresAt) implements DebtCheck {

        @Override
        public Asking ask(Instant deadline) {
            return new Asking(request, Map.of(), deadline);
        }

        @Override
        public Expired expire(Instant at) {
            return new Expired(request, at);
        }

        @Override
        public Cancelled cancel(Instant at) {
            return new Cancelled(request, at);
        }

        @Override
        public SubjectMismatch mismatch(Instant at) {
            return new SubjectMismatch(request, at);
        }

        @Override
        public IdentityRefused refuseIdentity(Instant at) {
            return new IdentityRefused(request, at);
        }
    }

    record Asking(Request request, Map<OperatorCode, OperatorAnswer> answers, Instant deadline)
            implements DebtCheck {

        public Asking {
            answers = Map.copyOf(answers);
        }

        @Override
        public Asking heard(Map<OperatorCode, OperatorAnswer> more) {
            var all = new HashMap<>(more);
            all.keySet().retainAll(request.operators());
            all.putAll(answers);
            return new Asking(request, all, deadline);
        }

        @Override
        public WaitingForIdentity unconfirm(Instant expiresAt) {
            return new WaitingForIdentity(request, expiresAt);
        }

        /** Whether nothing that may still come can, or may, change the outcome. */
        public boolean isSettled(Instant at) {
            return answers.containsValue(OperatorAnswer.FOUND)
                    || outstanding().isEmpty()
                    || !at.isBefore(deadline);
        }

        /** Who is still to be asked. */
        public SequencedSet<OperatorCode> outstanding() {
            var rest = new LinkedHashSet<>(request.operators());
            rest.removeAll(answers.keySet());
            return rest;
        }

        /** One answer for each operator; none yet counts as none. */
        public Map<OperatorCode, OperatorAnswer> allAnswers() {
            var all = new HashMap<>(answers);
            outstanding().forEach(operator -> all.put(operator, OperatorAnswer.NO_ANSWER));
            return Map.copyOf(all);
        }

        @Override
        public Decided decide(Instant at) {
            var table = DecisionTable.current();
            return new Decided(request, table.decide(allAnswers().values()), table.version(), at);
        }

        @Override
        public Cancelled cancel(Instant at) {
            return new Cancelled(request, at);
        }
    }

    /** The end that was hoped for; {@code rules} is the version of the table that decided. */
    record Decided(Request request, Outcome outcome, int rules, Instant decidedAt)
            implements DebtCheck {}

    record Expired(Request request, Instant at) implements DebtCheck {}

    record Cancelled(Request request, Instant at) implements DebtCheck {}

    record SubjectMismatch(Request request, Instant at) implements DebtCheck {}

    record IdentityRefused(Request request, Instant at) implements DebtCheck {}

    /** A move that the present state does not allow. */
    final class IllegalMove extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        IllegalMove(DebtCheck from, String move) {
            super(
                    "cannot "
                            + move
                            + " a debt check that is "
                            + from.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
    }
}
