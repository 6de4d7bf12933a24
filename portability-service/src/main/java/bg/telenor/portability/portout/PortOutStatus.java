package bg.telenor.portability.portout;

import bg.telenor.portability.desk.WaitsFor;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.ToRecipient.PortState;

/** A {@link PortOut}'s state as rows name it. */
enum PortOutStatus {
    RECEIVED,
    ANNOUNCED,
    ACCEPTED,
    SCHEDULED,
    RELEASED,
    REVERSED,
    REJECTED,
    CANCELLED,
    WITHDRAWN;

    static PortOutStatus of(PortOut porting) {
        return switch (porting) {
            case PortOut.Received p -> RECEIVED;
            case PortOut.Announced p -> ANNOUNCED;
            case PortOut.Accepted p -> ACCEPTED;
            case PortOut.Scheduled p -> SCHEDULED;
            case PortOut.Released p -> RELEASED;
            case PortOut.Reversed p -> REVERSED;
            case PortOut.Rejected p -> REJECTED;
            case PortOut.Cancelled p -> CANCELLED;
            case PortOut.Withdrawn p -> WITHDRAWN;
        };
    }

    WaitsFor waitsFor() {
        return switch (this) {
            case RECEIVED -> WaitsFor.US;
            case ANNOUNCED -> WaitsFor.HOLDER;
            case ACCEPTED, SCHEDULED -> WaitsFor.RECIPIENT;
            case RELEASED, REVERSED, REJECTED, CANCELLED, WITHDRAWN -> WaitsFor.NOBODY;
        };
    }

    /** Whether we decide on it when its time comes. */
    boolean isUndecided() {
        return switch (this) {
            case RECEIVED, ANNOUNCED -> true;
            case ACCEPTED, SCHEDULED, RELEASED, REVERSED, REJECTED, CANCELLED, WITHDRAWN -> false;
        };
    }

    /** Whether the numbers are promised to this recipient, so that no other may have them. */
    boolean isPromised() {
        return switch (this) {
            case ANNOUNCED, ACCEPTED, SCHEDULED -> true;
            case RECEIVED, RELEASED, REVERSED, REJECTED, CANCELLED, WITHDRAWN -> false;
        };
    }

    /**
     * The state as messages name it: what rows are named may change, what partners hear may not.
     */
    PortState.Standing standing() {
        return switch (this) {
            // That we ask the holder is between the holder and us.
            case RECEIVED, ANNOUNCED -> PortState.Standing.RECEIVED;
            case ACCEPTED -> PortState.Standing.ACCEPTED;
            case SCHEDULED -> PortState.Standing.SCHEDULED;
            case RELEASED -> PortState.Standing.RELEASED;
            case REVERSED -> PortState.Standing.REVERSED;
            case REJECTED -> PortState.Standing.REJECTED;
            case CANCELLED -> PortState.Standing.CANCELLED;
            case WITHDRAWN -> PortState.Standing.WITHDRAWN;
        };
    }
}
