package bg.telenor.portability.portout;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.PortMessage.PortAccept;
import bg.telenor.portability.domain.PortMessage.PortBroadcast;
import bg.telenor.portability.domain.PortMessage.PortCancel;
import bg.telenor.portability.domain.PortMessage.PortExecute;
import bg.telenor.portability.domain.PortMessage.PortExecuted;
import bg.telenor.portability.domain.PortMessage.PortReject;
import bg.telenor.portability.domain.PortMessage.PortRequest;
import bg.telenor.portability.domain.PortMessage.PortSchedule;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.Window;
import bg.telenor.portability.message.MessageParty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** We as donor: what recipients tell us, and what we answer them. */
@ApplicationScoped
class PortOutMessages implements MessageParty {

    private final PortOuts portOuts;
    private final PortOutRepository repository;

    PortOutMessages(PortOuts portOuts, PortOutRepository repository) {
        this.portOuts = portOuts;
        this.repository = repository;
    }

    @Override
    public Set<PortMessage.Type> hears() {
        return EnumSet.of(
                PortMessage.Type.PORT_REQUEST,
                PortMessage.Type.PORT_SCHEDULE,
                PortMessage.Type.PORT_CANCEL,
                PortMessage.Type.PORT_EXECUTE);
    }

    @Override
    public void hear(Heard heard) {
        var sender = heard.sender();
        var id = heard.portingId();
        switch (heard.message()) {
            case PortRequest m -> portOuts.receive(sender, id, m);
            case PortSchedule m -> {
                var window = new Window(m.windowFrom(), m.windowUntil());
                portOuts.move(sender, id, porting -> porting.schedule(window));
            }
            case PortCancel m -> portOuts.move(sender, id, porting -> cancelled(porting, m));
            case PortExecute m -> portOuts.release(sender, id, m.route());
            case PortAccept m -> throw notOurs();
            case PortReject m -> throw notOurs();
            case PortExecuted m -> throw notOurs();
            case PortBroadcast m -> throw notOurs();
        }
    }

    @Override
    public Set<PortMessage.Type> tells() {
        return EnumSet.of(
                PortMessage.Type.PORT_ACCEPT,
                PortMessage.Type.PORT_REJECT,
                PortMessage.Type.PORT_EXECUTED);
    }

    @Override
    public Optional<PortMessage> tell(PortMessage.Type type, UUID recordId, OperatorCode receiver) {
        return repository
                .findByIdOptional(recordId)
                .map(
                        row ->
                                switch (type) {
                                    case PORT_ACCEPT -> new PortAccept();
                                    case PORT_REJECT -> new PortReject(row.rejectCodes);
                                    case PORT_EXECUTED -> new PortExecuted(row.releasedAt);
                                    case PORT_REQUEST,
                                            PORT_SCHEDULE,
                                            PORT_CANCEL,
                                            PORT_EXECUTE,
                                            PORT_BROADCAST ->
                                            throw notOurs();
                                });
    }

    /** What we have refused, or given up before, needs no taking back. */
    private static PortOut cancelled(PortOut porting, PortCancel message) {
        return porting instanceof PortOut.Rejected || porting instanceof PortOut.Cancelled
                ? porting
                : porting.cancel(message.ground());
    }

    private static IllegalStateException notOurs() {
        return new IllegalStateException("not a message of a donor");
    }
}
