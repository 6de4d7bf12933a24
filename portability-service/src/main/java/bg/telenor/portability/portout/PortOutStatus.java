package bg.telenor.portability.portout;

import bg.telenor.portability.domain.PortOut;

/** A {@link PortOut}'s state as rows name it. */
enum PortOutStatus {
    RECEIVED,
    ANNOUNCED,
    ACCEPTED,
    SCHEDULED,
    RELEASED,
    REJECTED,
    CANCELLED;

    static PortOutStatus of(PortOut porting) {
        return switch (porting) {
            case PortOut.Received p -> RECEIVED;
            case PortOut.Announced p -> ANNOUNCED;
            case PortOut.Accepted p -> ACCEPTED;
            case PortOut.Scheduled p -> SCHEDULED;
            case PortOut.Released p -> RELEASED;
            case PortOut.Rejected p -> REJECTED;
            case PortOut.Cancelled p -> CANCELLED;
        };
    }

    /** Whether the holder's no still decides. */
    boolean mayBeObjectedTo() {
        return switch (this) {
            case RECEIVED, ANNOUNCED -> true;
            case ACCEPTED, SCHEDULED, RELEASED, REJECTED, CANCELLED -> false;
        };
    }

    /** Whether the numbers are promised to this recipient, so that no other may have them. */
    boolean isPromised() {
        return switch (this) {
            case ANNOUNCED, ACCEPTED, SCHEDULED -> true;
            case RECEIVED, RELEASED, REJECTED, CANCELLED -> false;
        };
    }
}
