package bg.telenor.portability.message;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.domain.PortMessage;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One of our roles in the exchange: recipient, donor or third operator. The exchange itself knows
 * only that messages come and go.
 */
public interface MessageParty {

    /** A message that reached us, from the operator that the exchange says it is from. */
    record Heard(OperatorCode sender, UUID portingId, PortMessage message) {}

    /** Whether this role is who is told such a message. */
    boolean hears(PortMessage message);

    /**
     * Acts on a message, in the running transaction; an {@code IllegalMove} tells the sender that
     * it is not allowed now.
     */
    void hear(Heard heard);

    /** Which messages this role tells; another may tell such messages of its own records. */
    Set<MessageType> tells();

    /**
     * What a queued message says; empty when its record is not of this role, or has been erased.
     * Queued are only ids: the content is where all personal data is, and nowhere else.
     */
    Optional<PortMessage> tell(MessageType type, UUID recordId, OperatorCode receiver);

    /** The receiver has it. */
    default void told(MessageType type, UUID recordId, OperatorCode receiver) {}
}
