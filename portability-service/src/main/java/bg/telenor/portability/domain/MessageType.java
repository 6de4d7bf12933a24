package bg.telenor.portability.domain;

import bg.telenor.portability.domain.ToDonor.PortCancel;
import bg.telenor.portability.domain.ToDonor.PortExecute;
import bg.telenor.portability.domain.ToDonor.PortQuery;
import bg.telenor.portability.domain.ToDonor.PortRequest;
import bg.telenor.portability.domain.ToDonor.PortReverse;
import bg.telenor.portability.domain.ToDonor.PortSchedule;
import bg.telenor.portability.domain.ToOthers.PortBroadcast;
import bg.telenor.portability.domain.ToRecipient.PortAccept;
import bg.telenor.portability.domain.ToRecipient.PortAcknowledge;
import bg.telenor.portability.domain.ToRecipient.PortError;
import bg.telenor.portability.domain.ToRecipient.PortExecuted;
import bg.telenor.portability.domain.ToRecipient.PortReject;
import bg.telenor.portability.domain.ToRecipient.PortReschedule;
import bg.telenor.portability.domain.ToRecipient.PortReversed;
import bg.telenor.portability.domain.ToRecipient.PortState;
import bg.telenor.portability.domain.ToRecipient.PortWithdraw;
import java.util.Arrays;
import java.util.Optional;

/** The types of messages, by which they are queued and named on the wire. */
public enum MessageType {
    PORT_REQUEST(PortRequest.class),
    PORT_SCHEDULE(PortSchedule.class),
    PORT_CANCEL(PortCancel.class),
    PORT_EXECUTE(PortExecute.class),
    PORT_REVERSE(PortReverse.class),
    PORT_QUERY(PortQuery.class),
    PORT_ACKNOWLEDGE(PortAcknowledge.class),
    PORT_ACCEPT(PortAccept.class),
    PORT_REJECT(PortReject.class),
    PORT_RESCHEDULE(PortReschedule.class),
    PORT_WITHDRAW(PortWithdraw.class),
    PORT_EXECUTED(PortExecuted.class),
    PORT_REVERSED(PortReversed.class),
    PORT_STATE(PortState.class),
    PORT_ERROR(PortError.class),
    PORT_BROADCAST(PortBroadcast.class);

    private final Class<? extends PortMessage> body;

    MessageType(Class<? extends PortMessage> body) {
        this.body = body;
    }

    /** Which record has its fields. */
    public Class<? extends PortMessage> body() {
        return body;
    }

    /** What it is called on the wire. */
    public String wireName() {
        return body.getSimpleName();
    }

    /** The type with a name on the wire; empty for one that we do not know. */
    public static Optional<MessageType> named(String wireName) {
        return Arrays.stream(values()).filter(type -> type.wireName().equals(wireName)).findFirst();
    }
}
