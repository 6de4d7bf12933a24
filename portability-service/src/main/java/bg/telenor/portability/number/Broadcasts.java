package bg.telenor.portability.number;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.ToOthers;
import bg.telenor.portability.domain.ToOthers.PortBroadcast;
import bg.telenor.portability.message.MessageParty;
import bg.telenor.portability.message.MessageRefused;
import bg.telenor.portability.message.MessageReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** We as third operator: others ported a number between them, and tell. */
@ApplicationScoped
class Broadcasts implements MessageParty {

    private final Numbers numbers;

    Broadcasts(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public boolean hears(PortMessage message) {
        return message instanceof ToOthers;
    }

    @Override
    public void hear(Heard heard) {
        switch ((ToOthers) heard.message()) {
            case PortBroadcast told -> served(heard, told);
        }
    }

    private void served(Heard heard, PortBroadcast told) {
        var stretch = new Served(told.servedBy(), told.route(), told.from());
        if (!numbers.believable(heard.sender(), told.numbers(), stretch)) {
            throw new MessageRefused(MessageReply.Code.NOT_ALLOWED_NOW);
        }
        numbers.serve(told.numbers(), stretch);
    }

    /** What we broadcast ourselves is the recipient's to tell. */
    @Override
    public Set<MessageType> tells() {
        return EnumSet.noneOf(MessageType.class);
    }

    @Override
    public Optional<PortMessage> tell(MessageType type, UUID recordId, OperatorCode receiver) {
        return Optional.empty();
    }
}
