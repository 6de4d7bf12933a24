package bg.telenor.portability.portin;

import bg.telenor.portability.desk.WaitsFor;
import bg.telenor.portability.domain.PortIn;

/** A {@link PortIn}'s state as rows and callers name it. */
enum PortInStatus {
    WAITING_FOR_IDENTITY,
    REQUESTED,
    ACKNOWLEDGED,
    ACCEPTED,
    SCHEDULED,
    EXECUTING,
    COMPLETED,
    REVERSING,
    REVERSED,
    REJECTED,
    CANCELLED,
    WITHDRAWN,
    EXPIRED,
    SUBJECT_MISMATCH,
    IDENTITY_REFUSED;

    static PortInStatus of(PortIn porting) {
        return switch (porting) {
            case PortIn.WaitingForIdentity p -> WAITING_FOR_IDENTITY;
            case PortIn.Requested p -> REQUESTED;
            case PortIn.Acknowledged p -> ACKNOWLEDGED;
            case PortIn.Accepted p -> ACCEPTED;
            case PortIn.Scheduled p -> SCHEDULED;
            case PortIn.Executing p -> EXECUTING;
            case PortIn.Completed p -> COMPLETED;
            case PortIn.Reversing p -> REVERSING;
            case PortIn.Reversed p -> REVERSED;
            case PortIn.Rejected p -> REJECTED;
            case PortIn.Cancelled p -> CANCELLED;
            case PortIn.Withdrawn p -> WITHDRAWN;
            case PortIn.Expired p -> EXPIRED;
            case PortIn.SubjectMismatch p -> SUBJECT_MISMATCH;
            case PortIn.IdentityRefused p -> IDENTITY_REFUSED;
        };
    }

    WaitsFor waitsFor() {
        return switch (this) {
            case WAITING_FOR_IDENTITY -> WaitsFor.IDENTITY;
            case REQUESTED, ACKNOWLEDGED, EXECUTING, REVERSING -> WaitsFor.DONOR;
            case ACCEPTED -> WaitsFor.US;
            case SCHEDULED -> WaitsFor.WINDOW;
            case COMPLETED,
                    REVERSED,
                    REJECTED,
                    CANCELLED,
                    WITHDRAWN,
                    EXPIRED,
                    SUBJECT_MISMATCH,
                    IDENTITY_REFUSED ->
                    WaitsFor.NOBODY;
        };
    }

    /** Whether the numbers are still on their way, so that nobody else may ask for them. */
    boolean isOpen() {
        return switch (this) {
            case WAITING_FOR_IDENTITY,
                    REQUESTED,
                    ACKNOWLEDGED,
                    ACCEPTED,
                    SCHEDULED,
                    EXECUTING,
                    REVERSING ->
                    true;
            case COMPLETED,
                    REVERSED,
                    REJECTED,
                    CANCELLED,
                    WITHDRAWN,
                    EXPIRED,
                    SUBJECT_MISMATCH,
                    IDENTITY_REFUSED ->
                    false;
        };
    }
}
