package bg.telenor.identity.reference;

import bg.telenor.identity.domain.Claim;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Taken;
import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.domain.Terms;
import bg.telenor.identity.regix.RegisterQuestion;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An inquiry that is begun: it counts, whatever becomes of it.
 *
 * @param call the register's, where it has taken the question and the answer is looked for; or null
 */
record Inquiry(
        UUID reference, int attempt, RegisterQuestion question, Claim claim, RegisterCall call) {

    /** A reference with its next inquiry, or its next look for an answer, counted; or given up. */
    static IdentityReference begun(IdentityReference reference, Terms terms, Instant at) {
        return reference instanceof Taken taken ? taken.check(terms, at) : reference.ask(terms, at);
    }

    /**
     * @param photo whether the picture is taken from the answer
     */
    static Inquiry of(Pending pending, ReferenceContent content, boolean photo) {
        return of(pending.request(), pending.attempts(), content, photo, null);
    }

    static Inquiry of(Taken taken, ReferenceContent content, boolean photo) {
        return of(taken.request(), taken.attempts(), content, photo, taken.call());
    }

    private static Inquiry of(
            IdentityReference.Request request,
            int attempts,
            ReferenceContent content,
            boolean photo,
            RegisterCall call) {
        return new Inquiry(
                request.id(),
                attempts,
                new RegisterQuestion(
                        content.identifier(),
                        content.documentNumber(),
                        DocumentKind.usualFor(content.identifier()),
                        request.purpose(),
                        request.caseId(),
                        content.askedBy(),
                        photo),
                content.claimed(),
                call);
    }

    /** Whether the reference still waits for this inquiry's end, and by this call. */
    boolean isAwaitedBy(ReferenceEntity entity) {
        return entity.status == ReferenceStatus.PENDING
                && entity.attempts == attempt
                && Objects.equals(entity.callId, call == null ? null : call.id());
    }

    /** Which register an answer is from. */
    Source source() {
        return switch (question.number()) {
            case Egn egn -> Source.REGIX_BDS;
            case Lnch lnch -> Source.REGIX_ERCH;
        };
    }
}
