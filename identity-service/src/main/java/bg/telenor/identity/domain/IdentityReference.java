package bg.telenor.identity.domain;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * One question to the register: is this person, with this document, who they say they are?
 *
 * <pre>
 *    ┌──(ask; not sent, or its end not known; held while processing is restricted)──┐
 * Pending ──────────────────────────────────────────────────────────────────────────┘
 *    ├──→ Confirmed
 *    └──→ Refused   (also when the register gives no answer, or none in time)
 * </pre>
 *
 * A state is a record; the moves that it allows are the methods that it overrides.
 */
public sealed interface IdentityReference {

    /** Documents end with the day of the country that issues them. */
    ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    Request request();

    /** Counts an inquiry before it is made, or gives up. */
    default IdentityReference ask(Terms terms, Instant at) {
        throw new IllegalMove(this, "ask");
    }

    /**
     * Takes in how an inquiry ended.
     *
     * @param guarded whether a guardian of the person is confirmed on the case
     */
    default IdentityReference answered(
            RegisterAnswer answer, Claim claim, boolean guarded, Terms terms, Instant at) {
        throw new IllegalMove(this, "answer");
    }

    /**
     * Neither asked nor given up now, since the person's data may only be kept: it waits as if it
     * had just come in.
     */
    default Pending hold(Terms terms, Instant at) {
        throw new IllegalMove(this, "hold");
    }

    /**
     * What was asked, by which client; it never changes.
     *
     * @param expiresAt when a pending one is given up; it moves while it is held
     */
    record Request(
            UUID id,
            SubjectRef subject,
            UUID caseId,
            Purpose purpose,
            Role role,
            String client,
            Instant askedAt,
            Instant expiresAt) {

        private Request expiringAt(Instant later) {
            return new Request(id, subject, caseId, purpose, role, client, askedAt, later);
        }
    }

    /**
     * The register has not said yet.
     *
     * @param attempts how many inquiries were begun
     * @param unanswered of how many the end is not known; an inquiry counts as such until it has
     *     ended, so that one that died with its process is counted too
     * @param dueAt when the next is due
     */
    record Pending(Request request, int attempts, int unanswered, Instant dueAt)
            implements IdentityReference {

        @Override
        public IdentityReference ask(Terms terms, Instant at) {
            if (!at.isBefore(request.expiresAt())) {
                return refused(Reason.EXPIRED, Verdict.NONE, at);
            }
            return unanswered > terms.repeats()
                    ? refused(Reason.NO_ANSWER, Verdict.NONE, at)
                    : new Pending(request, attempts + 1, unanswered + 1, dueAt);
        }

        @Override
        public IdentityReference answered(
                RegisterAnswer answer, Claim claim, boolean guarded, Terms terms, Instant at) {
            return switch (answer) {
                case RegisterAnswer.Found found ->
                        judged(found.person(), claim, guarded, terms, at);
                case RegisterAnswer.NoData none -> refused(Reason.NOT_FOUND, Verdict.NONE, at);
                case RegisterAnswer.RegisterRefused no ->
                        refused(Reason.REGISTER_REFUSED, Verdict.NONE, at);
                case RegisterAnswer.NotSent not ->
                        new Pending(request, attempts, unanswered - 1, terms.again(attempts, at));
                case RegisterAnswer.Unknown unknown -> again(terms, at);
                case RegisterAnswer.Garbled garbled -> again(terms, at);
                case RegisterAnswer.Untrusted untrusted -> again(terms, at);
            };
        }

        @Override
        public Pending hold(Terms terms, Instant at) {
            return new Pending(
                    request.expiringAt(at.plus(terms.patience())),
                    attempts,
                    0,
                    at.plus(terms.longestBackOff()));
        }

        private IdentityReference again(Terms terms, Instant at) {
            return unanswered > terms.repeats()
                    ? refused(Reason.NO_ANSWER, Verdict.NONE, at)
                    : new Pending(request, attempts, unanswered, terms.again(attempts, at));
        }

        private IdentityReference judged(
                RegisteredPerson person, Claim claim, boolean guarded, Terms terms, Instant at) {
            var verdict = Verdict.of(person, claim, LocalDate.ofInstant(at, SOFIA));
            if (person.deceased()) {
                return refused(Reason.PERSON_DECEASED, Verdict.NONE, at);
            }
            boolean minor = Boolean.FALSE.equals(verdict.ofAge());
            if (minor && (!guarded || request.role().actsForAnother())) {
                return refused(Reason.GUARDIAN_REQUIRED, Verdict.NONE, at);
            }
            return verdict.objection()
                    .<IdentityReference>map(reason -> refused(reason, verdict, at))
                    .orElseGet(() -> new Confirmed(request, verdict, at, at.plus(terms.fresh())));
        }

        private Refused refused(Reason reason, Verdict verdict, Instant at) {
            return new Refused(request, reason, verdict, at);
        }
    }

    record Confirmed(Request request, Verdict verdict, Instant at, Instant freshUntil)
            implements IdentityReference {

        /** Whether the same question is answered by this, instead of by the register. */
        public boolean answersAgain(Terms terms, Instant now) {
            return now.isBefore(freshUntil) && now.isBefore(at.plus(terms.reuse()));
        }
    }

    record Refused(Request request, Reason reason, Verdict verdict, Instant at)
            implements IdentityReference {}

    /** A move that a state does not allow. */
    final class IllegalMove extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        IllegalMove(IdentityReference from, String move) {
            super(
                    "cannot %s a reference that is %s"
                            .formatted(
                                    move,
                                    from.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        }
    }
}
