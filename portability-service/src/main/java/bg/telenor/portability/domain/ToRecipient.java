package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.MessageFields.micros;
import static bg.telenor.portability.domain.MessageFields.present;

import java.time.Instant;
import java.util.Set;

/** What the donor of a porting tells its recipient. */
public sealed interface ToRecipient extends PortMessage {

    /** We have your request, and answer it by then. */
    record PortAcknowledge(Instant answerBy) implements ToRecipient {

        public PortAcknowledge {
            present(answerBy, "answerBy");
        }
    }

    /** They may go. */
    record PortAccept() implements ToRecipient {}

    /** They may not, and why. */
    record PortReject(Set<RejectCode> codes) implements ToRecipient {

        public PortReject {
            codes = codes == null ? Set.of() : Set.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("codes are missing");
            }
        }
    }

    /** Not in the window that you named: not before this moment. */
    record PortReschedule(Instant notBefore) implements ToRecipient {

        public PortReschedule {
            present(notBefore, "notBefore");
        }
    }

    /** We said that they may go, and take it back. */
    record PortWithdraw(CancelGround ground) implements ToRecipient {

        public PortWithdraw {
            present(ground, "ground");
        }
    }

    /** They have left us. */
    record PortExecuted(Instant at) implements ToRecipient {

        public PortExecuted {
            present(at, "at");
            at = micros(at);
        }
    }

    /** They are back with us; calls go by this route from now on. */
    record PortReversed(Instant at, Route route) implements ToRecipient {

        public PortReversed {
            present(at, "at");
            at = micros(at);
            present(route, "route");
        }
    }

    /** Where the porting stands with us: the answer to a query. */
    record PortState(Standing standing, Instant since) implements ToRecipient {

        /** A donor's states, as messages name them. */
        public enum Standing {
            RECEIVED,
            ACCEPTED,
            SCHEDULED,
            RELEASED,
            REVERSED,
            REJECTED,
            CANCELLED,
            WITHDRAWN
        }

        public PortState {
            present(standing, "standing");
            present(since, "since");
        }
    }

    /**
     * A message of yours, which we had taken, cannot be followed.
     *
     * @param about its type on the wire
     */
    record PortError(String about, Fault fault) implements ToRecipient {

        /** Why a message is not followed. */
        public enum Fault {
            /** The term for it is over. */
            TOO_LATE,
            /** The numbers have moved on since. */
            MOVED_ON
        }

        public PortError {
            present(about, "about");
            present(fault, "fault");
        }
    }
}
