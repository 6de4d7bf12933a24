package bg.telenor.debtcheck.check;

import bg.telenor.debtcheck.domain.DebtCheck;

/** A {@link DebtCheck}'s state as rows and answers name it. */
enum DebtCheckStatus {
    WAITING_FOR_IDENTITY,
    ASKING,
    DECIDED,
    EXPIRED,
    CANCELLED,
    SUBJECT_MISMATCH,
    IDENTITY_REFUSED;

    static DebtCheckStatus of(DebtCheck check) {
        return switch (check) {
            case DebtCheck.WaitingForIdentity c -> WAITING_FOR_IDENTITY;
            case DebtCheck.Asking c -> ASKING;
            case DebtCheck.Decided c -> DECIDED;
            case DebtCheck.Expired c -> EXPIRED;
            case DebtCheck.Cancelled c -> CANCELLED;
            case DebtCheck.SubjectMismatch c -> SUBJECT_MISMATCH;
            case DebtCheck.IdentityRefused c -> IDENTITY_REFUSED;
        };
    }
}
