package bg.telenor.debtcheck.check;

import bg.telenor.debtcheck.domain.DebtCheck;
import bg.telenor.debtcheck.domain.Outcome;
import bg.telenor.events.debt.DebtEvent;
import bg.telenor.events.debt.DebtEvent.DebtCheckDecided;
import bg.telenor.events.debt.DebtEvent.DebtCheckEnded;
import bg.telenor.events.debt.DebtEvent.DebtCheckEnded.Reason;
import java.util.Optional;

/**
 * What the other services hear of each state. The one place where our model meets the published
 * one.
 */
final class DebtEvents {

    private DebtEvents() {}

    static Optional<DebtEvent> of(DebtCheck check) {
        return switch (check) {
            case DebtCheck.WaitingForIdentity c -> Optional.empty();
            case DebtCheck.Asking c -> Optional.empty();
            case DebtCheck.Decided c -> Optional.of(decided(c));
            case DebtCheck.Expired c -> Optional.of(ended(c, Reason.EXPIRED));
            case DebtCheck.Cancelled c -> Optional.of(ended(c, Reason.CANCELLED));
            case DebtCheck.SubjectMismatch c -> Optional.of(ended(c, Reason.SUBJECT_MISMATCH));
            case DebtCheck.IdentityRefused c -> Optional.of(ended(c, Reason.IDENTITY_REFUSED));
        };
    }

    private static DebtCheckDecided decided(DebtCheck.Decided check) {
        var request = check.request();
        return new DebtCheckDecided(
                request.person(),
                request.id(),
                request.caseId(),
                published(check.outcome()),
                check.decidedAt());
    }

    private static DebtCheckDecided.Outcome published(Outcome outcome) {
        return switch (outcome) {
            case CLEAR -> DebtCheckDecided.Outcome.CLEAR;
            case DEBT_FOUND -> DebtCheckDecided.Outcome.DEBT_FOUND;
            case INCOMPLETE -> DebtCheckDecided.Outcome.INCOMPLETE;
        };
    }

    private static DebtCheckEnded ended(DebtCheck check, Reason reason) {
        var request = check.request();
        return new DebtCheckEnded(request.person(), request.id(), request.caseId(), reason);
    }
}
