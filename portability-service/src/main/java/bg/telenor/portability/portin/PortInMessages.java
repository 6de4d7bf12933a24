package bg.telenor.portability.portin;

import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.domain.ToDonor.PortCancel;
import bg.telenor.portability.domain.ToDonor.PortExecute;
import bg.telenor.portability.domain.ToDonor.PortQuery;
import bg.telenor.portability.domain.ToDonor.PortRequest;
import bg.telenor.portability.domain.ToDonor.PortReverse;
import bg.telenor.portability.domain.ToDonor.PortSchedule;
import bg.telenor.portability.domain.ToOthers.PortBroadcast;
import bg.telenor.portability.domain.ToRecipient;
import bg.telenor.portability.message.MessageParty;
import bg.telenor.portability.number.NumbersConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** We as recipient: what donors tell us, and what we tell donors and everybody else. */
@ApplicationScoped
class PortInMessages implements MessageParty {

    private final PortIns portIns;
    private final PortInRepository repository;
    private final Records records;
    private final NumbersConfig numbers;
    private final Operators operators;
    private final Map<MessageType, Function<PortInEntity, Optional<PortMessage>>> told;

    PortInMessages(
            PortIns portIns,
            PortInRepository repository,
            Records records,
            NumbersConfig numbers,
            Operators operators) {
        this.portIns = portIns;
        this.repository = repository;
        this.records = records;
        this.numbers = numbers;
        this.operators = operators;
        this.told = told();
    }

    @Override
    public boolean hears(PortMessage message) {
        return message instanceof ToRecipient;
    }

    @Override
    public void hear(Heard heard) {
        portIns.heard(heard.portingId(), heard.sender(), (ToRecipient) heard.message());
    }

    @Override
    public Set<MessageType> tells() {
        return told.keySet();
    }

    @Override
    public Optional<PortMessage> tell(MessageType type, UUID recordId, OperatorCode receiver) {
        return repository.findByIdOptional(recordId).flatMap(told.get(type));
    }

    @Override
    public void told(MessageType type, UUID recordId, OperatorCode receiver) {
        if (type == MessageType.PORT_REQUEST) {
            records.disclosed(RecordType.PORTING, recordId, receiver);
        }
    }

    private Map<MessageType, Function<PortInEntity, Optional<PortMessage>>> told() {
        return Map.of(
                MessageType.PORT_REQUEST,
                row -> content(row.id).map(content -> request(content, row)),
                MessageType.PORT_SCHEDULE,
                row -> Optional.of(new PortSchedule(row.windowFrom, row.windowUntil)),
                MessageType.PORT_CANCEL,
                row -> Optional.of(new PortCancel(row.cancelGround)),
                MessageType.PORT_EXECUTE,
                row -> Optional.of(new PortExecute(numbers.ownRoute())),
                MessageType.PORT_REVERSE,
                row -> Optional.of(new PortReverse(row.reversalGround)),
                MessageType.PORT_QUERY,
                row -> Optional.of(new PortQuery()),
                MessageType.PORT_BROADCAST,
                row -> moved(row.id).map(content -> broadcast(content, row)));
    }

    /** Refused while the person's data may only be kept: the message waits in its queue. */
    private Optional<PortingContent> content(UUID id) {
        return records.open(RecordType.PORTING, id, PortingContent.class);
    }

    /** Of a number that has moved: calls to it have to find their way. */
    private Optional<PortingContent> moved(UUID id) {
        return records.open(
                RecordType.PORTING, id, PortingContent.class, Records.Despite.PUBLIC_INTEREST);
    }

    private static PortMessage request(PortingContent content, PortInEntity row) {
        return new PortRequest(
                content.numbers(),
                content.identifier(),
                content.documentNumber(),
                row.contract,
                true);
    }

    private PortMessage broadcast(PortingContent content, PortInEntity row) {
        return new PortBroadcast(
                content.numbers(), operators.self(), numbers.ownRoute(), row.completedAt);
    }
}
