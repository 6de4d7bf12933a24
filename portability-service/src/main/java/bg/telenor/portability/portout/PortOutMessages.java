package bg.telenor.portability.portout;

import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.records.Records.Despite;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.domain.ToDonor;
import bg.telenor.portability.domain.ToDonor.PortRequest;
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
import bg.telenor.portability.message.MessageParty;
import bg.telenor.portability.number.NumbersConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** We as donor: what recipients tell us, and what we answer them. */
@ApplicationScoped
class PortOutMessages implements MessageParty {

    private final PortOuts portOuts;
    private final PortOutRepository repository;
    private final Records records;
    private final NumbersConfig numbers;
    private final Operators operators;
    private final Map<MessageType, Function<PortOutEntity, Optional<PortMessage>>> told;

    PortOutMessages(
            PortOuts portOuts,
            PortOutRepository repository,
            Records records,
            NumbersConfig numbers,
            Operators operators) {
        this.portOuts = portOuts;
        this.repository = repository;
        this.records = records;
        this.numbers = numbers;
        this.operators = operators;
        this.told = told();
    }

    @Override
    public boolean hears(PortMessage message) {
        return message instanceof ToDonor;
    }

    @Override
    public void hear(Heard heard) {
        var message = (ToDonor) heard.message();
        if (message instanceof PortRequest request) {
            portOuts.receive(heard.sender(), heard.portingId(), request);
        } else {
            portOuts.heard(heard.sender(), heard.portingId(), message);
        }
    }

    @Override
    public Set<MessageType> tells() {
        return told.keySet();
    }

    @Override
    public Optional<PortMessage> tell(MessageType type, UUID recordId, OperatorCode receiver) {
        return repository.findByIdOptional(recordId).flatMap(told.get(type));
    }

    private Map<MessageType, Function<PortOutEntity, Optional<PortMessage>>> told() {
        return Map.ofEntries(
                says(MessageType.PORT_ACKNOWLEDGE, row -> new PortAcknowledge(row.answerBy)),
                says(MessageType.PORT_ACCEPT, row -> new PortAccept()),
                says(MessageType.PORT_REJECT, row -> new PortReject(row.rejectCodes)),
                says(MessageType.PORT_RESCHEDULE, row -> new PortReschedule(row.notBefore)),
                says(MessageType.PORT_WITHDRAW, row -> new PortWithdraw(row.cancelGround)),
                says(MessageType.PORT_EXECUTED, row -> new PortExecuted(row.releasedAt)),
                says(
                        MessageType.PORT_REVERSED,
                        row -> new PortReversed(row.reversedAt, numbers.ownRoute())),
                says(
                        MessageType.PORT_STATE,
                        row -> new PortState(row.status.standing(), row.statusAt)),
                says(
                        MessageType.PORT_ERROR,
                        row ->
                                new PortError(
                                        MessageType.PORT_REVERSE.wireName(), row.reversalRefused)),
                Map.entry(MessageType.PORT_BROADCAST, this::broadcast));
    }

    private static Map.Entry<MessageType, Function<PortOutEntity, Optional<PortMessage>>> says(
            MessageType type, Function<PortOutEntity, PortMessage> message) {
        return Map.entry(type, row -> Optional.of(message.apply(row)));
    }

    /** Of numbers that have come back: calls to them have to find their way. */
    private Optional<PortMessage> broadcast(PortOutEntity row) {
        return records.open(
                        RecordType.PORTING, row.id, PortingContent.class, Despite.PUBLIC_INTEREST)
                .map(
                        content ->
                                new PortBroadcast(
                                        content.numbers(),
                                        operators.self(),
                                        numbers.ownRoute(),
                                        row.reversedAt));
    }
}
