package bg.telenor.identity.domain;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * One question to the register: is this person, with this document, who they say they are?
 *
 * <pre>
 *    ┌──(ask; not sent, or its end not known; held while processing is restricted)──┐
 * Pending ──────────────────────────────────────────────────────────────────────────┘
 *    │ ↑
 *    │ └ (the call is forgotten, or its answer cannot be believed)
 *    ↓ │
 *  Taken ──────────────────────────────────────────────────────────────────────────┐
 *    └──(check; not ready, or no answer; held while processing is restricted)──────┘
 *
 * Both ──→ Confirmed
 *    └───→ Refused   (also when the register gives no answer, or none in time)
 * </pre>
 *
 * A state is a record; the moves that it allows are the methods that it overrides.
 *
 * <p>{@link Pending} has to be asked; of {@link Taken} the register has the question, and either is
 * looked at for the answer or brings it.
 */
public sealed interface IdentityReference {

    /** Documents end with the day of the country that issues them. */
    ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    Request request();

    /** Whether it stays as it is. */
    default boolean isDecided() {
        return false;
    }

    /** Counts an inquiry before it is made, or gives up. */
    default IdentityReference ask(Terms terms, Instant at) {
        throw new IllegalMove(this, "ask");
    }

    /** Counts a look for the answer before it is made, or gives up. */
    default IdentityReference check(Terms terms, Instant at) {
        throw new IllegalMove(this, "check");
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
    default IdentityReference hold(Terms terms, Instant at) {
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
     * The register has not said yet, and has to be asked.
     *
     * @param attempts how many inquiries were begun
     * @param unanswered of how many the end is not known; an inquiry counts as such until it has
     *     ended, so that one that died with its process is counted too
     * @param dueAt when the next is due
     */
    record Pending(Request request, int attempts, int unanswered, Instant dueAt)
            implements IdentityReference {

        /** As a question is taken in: with its first inquiry begun. */
        public static Pending asked(Request request) {
            return new Pending(request, 1, 1, request.askedAt());
        }

        @Override
        public IdentityReference ask(Terms terms, Instant at) {
            if (!at.isBefore(request.expiresAt())) {
                return refused(Reason.EXPIRED, at);
            }
            return unanswered > terms.repeats()
                    ? refused(Reason.NO_ANSWER, at)
                    : new Pending(request, attempts + 1, unanswered + 1, dueAt);
        }

        @Override
        public IdentityReference answered(
                RegisterAnswer answer, Claim claim, boolean guarded, Terms terms, Instant at) {
            return switch (answer) {
                case RegisterAnswer.Found found ->
                        Judgement.of(request, found.person(), claim, guarded, terms, at);
                case RegisterAnswer.NoData none -> refused(Reason.NOT_FOUND, at);
                case RegisterAnswer.RegisterRefused no -> refused(Reason.REGISTER_REFUSED, at);
                case RegisterAnswer.NotReady not ->
                        new Taken(
                                request,
                                attempts,
                                unanswered,
                                not.call(),
                                0,
                                terms.checking().after(1, at));
                case RegisterAnswer.NotSent not ->
                        new Pending(
                                request,
                                attempts,
                                unanswered - 1,
                                terms.asking().after(attempts, at));
                case RegisterAnswer.Forgotten forgotten -> again(terms, at);
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
                    at.plus(terms.asking().longest()));
        }

        private IdentityReference again(Terms terms, Instant at) {
            return unanswered > terms.repeats()
                    ? refused(Reason.NO_ANSWER, at)
                    : new Pending(
                            request, attempts, unanswered, terms.asking().after(attempts, at));
        }

        private Refused refused(Reason reason, Instant at) {
            return new Refused(request, reason, Verdict.NONE, at);
        }
    }

    /**
     * The register has the question, and answers when it can. Its inquiry stays counted as one
     * whose end is not known until it has answered.
     *
     * @param checks how many looks for the answer were begun
     * @param dueAt when the next is due
     */
    record Taken(
            Request request,
            int attempts,
            int unanswered,
            RegisterCall call,
            int checks,
            Instant dueAt)
            implements IdentityReference {

        @Override
        public IdentityReference check(Terms terms, Instant at) {
            return at.isBefore(request.expiresAt())
                    ? new Taken(request, attempts, unanswered, call, checks + 1, dueAt)
                    : new Refused(request, Reason.EXPIRED, Verdict.NONE, at);
        }

        /**
         * What is of another call, or of none, says nothing of this one, and looking again costs
         * nothing; but the call's own answer does not get better by looking.
         */
        @Override
        public IdentityReference answered(
                RegisterAnswer answer, Claim claim, boolean guarded, Terms terms, Instant at) {
            return switch (answer) {
                case RegisterAnswer.NotReady not -> later(terms, at);
                case RegisterAnswer.NotSent not -> later(terms, at);
                case RegisterAnswer.Unknown unknown -> later(terms, at);
                case RegisterAnswer.Found found -> ended(found, claim, guarded, terms, at);
                case RegisterAnswer.NoData none -> ended(none, claim, guarded, terms, at);
                case RegisterAnswer.RegisterRefused no -> ended(no, claim, guarded, terms, at);
                case RegisterAnswer.Forgotten no -> ended(no, claim, guarded, terms, at);
                case RegisterAnswer.Garbled garbled ->
                        call.id().equals(garbled.callId())
                                ? ended(garbled, claim, guarded, terms, at)
                                : later(terms, at);
                case RegisterAnswer.Untrusted no -> ended(no, claim, guarded, terms, at);
            };
        }

        /** The answer stays with the register, and is looked for afterwards. */
        @Override
        public Taken hold(Terms terms, Instant at) {
            return new Taken(
                    request.expiringAt(at.plus(terms.patience())),
                    attempts,
                    unanswered,
                    call,
                    checks,
                    at.plus(terms.checking().longest()));
        }

        private IdentityReference later(Terms terms, Instant at) {
            var next = terms.checking().after(checks + 1, at);
            return new Taken(request, attempts, unanswered, call, checks, next);
        }

        /** As the inquiry would have ended, had the register answered at once. */
        private IdentityReference ended(
                RegisterAnswer answer, Claim claim, boolean guarded, Terms terms, Instant at) {
            return new Pending(request, attempts, unanswered, dueAt)
                    .answered(answer, claim, guarded, terms, at);
        }
    }

    record Confirmed(Request request, Verdict verdict, Instant at, Instant freshUntil)
            implements IdentityReference {

        @Override
        public boolean isDecided() {
            return true;
        }

        /** Whether the same question is answered by this, instead of by the register. */
        public boolean answersAgain(Terms terms, Instant now) {
            return now.isBefore(freshUntil) && now.isBefore(at.plus(terms.reuse()));
        }
    }

    record Refused(Request request, Reason reason, Verdict verdict, Instant at)
            implements IdentityReference {

        @Override
        public boolean isDecided() {
            return true;
        }
    }

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
