package bg.telenor.identity.reference;

import bg.telenor.identity.domain.Claim;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Taken;
import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.domain.Terms;
import bg.telenor.identity.regix.RegisterQuestion;
import bg.telenor.identity.regix.RegixConfig;
import bg.telenor.kit.processing.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An inquiry that is begun: it counts, whatever becomes of it.
 *
 * @param content what is kept of the person until it ends
 * @param call the register's, where it has taken the question and the answer is looked for; or null
 */
record Inquiry(
        UUID reference,
        int attempt,
        RegisterQuestion question,
        ReferenceContent content,
        RegisterCall call) {

    /** For how long nobody else begins one: longer than it may take. */
    static Duration lease(RegixConfig config) {
        return config.deadline().plus(config.connectTimeout()).plusSeconds(20);
    }

    /** A reference with its next inquiry, or its next look for an answer, counted; or given up. */
    static IdentityReference begun(IdentityReference reference, Terms terms, Instant at) {
        return reference instanceof Taken taken ? taken.check(terms, at) : reference.ask(terms, at);
    }

    static Inquiry of(Pending pending, ReferenceContent content, ReferenceEntity row) {
        return of(pending.request(), pending.attempts(), content, row, null);
    }

    static Inquiry of(Taken taken, ReferenceContent content, ReferenceEntity row) {
        return of(taken.request(), taken.attempts(), content, row, taken.call());
    }

    private static Inquiry of(
            IdentityReference.Request request,
            int attempts,
            ReferenceContent content,
            ReferenceEntity row,
            RegisterCall call) {
        return new Inquiry(
                request.id(),
                attempts,
                new RegisterQuestion(
                        content.identifier(),
                        content.documentNumber(),
                        row.documentKind,
                        request.purpose(),
                        request.caseId(),
                        content.askedBy(),
                        row.photo),
                content,
                call);
    }

    Claim claim() {
        return content.claimed();
    }

    /** Whether the reference still waits for this inquiry's end, and by this call. */
    boolean isAwaitedBy(ReferenceEntity entity) {
        return entity.status == ReferenceStatus.PENDING
                && entity.attempts == attempt
                && Objects.equals(entity.callId, call == null ? null : call.id());
    }

    /** Which register an answer is from. */
    Source source() {
        return switch (question.register()) {
            case BDS -> Source.REGIX_BDS;
            case ERCH -> Source.REGIX_ERCH;
        };
    }
}
