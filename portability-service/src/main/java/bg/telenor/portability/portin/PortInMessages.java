package bg.telenor.portability.portin;

import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.PortIn;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.PortMessage.PortAccept;
import bg.telenor.portability.domain.PortMessage.PortBroadcast;
import bg.telenor.portability.domain.PortMessage.PortCancel;
import bg.telenor.portability.domain.PortMessage.PortExecute;
import bg.telenor.portability.domain.PortMessage.PortExecuted;
import bg.telenor.portability.domain.PortMessage.PortReject;
import bg.telenor.portability.domain.PortMessage.PortRequest;
import bg.telenor.portability.domain.PortMessage.PortSchedule;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.message.MessageParty;
import bg.telenor.portability.message.MessageRefused;
import bg.telenor.portability.message.MessageReply;
import bg.telenor.portability.number.NumbersConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** We as recipient: what donors tell us, and what we tell donors and everybody else. */
@ApplicationScoped
class PortInMessages implements MessageParty {

    private final PortIns portIns;
    private final PortInRepository repository;
    private final Records records;
    private final NumbersConfig numbers;
    private final Operators operators;
    private final Clock clock;

    PortInMessages(
            PortIns portIns,
            PortInRepository repository,
            Records records,
            NumbersConfig numbers,
            Operators operators,
            Clock clock) {
        this.portIns = portIns;
        this.repository = repository;
        this.records = records;
        this.numbers = numbers;
        this.operators = operators;
        this.clock = clock;
    }

    @Override
    public Set<PortMessage.Type> hears() {
        return EnumSet.of(
                PortMessage.Type.PORT_ACCEPT,
                PortMessage.Type.PORT_REJECT,
                PortMessage.Type.PORT_EXECUTED);
    }

    @Override
    public void hear(Heard heard) {
        switch (heard.message()) {
            case PortAccept m -> answered(heard, porting -> porting.accept(clock.instant()));
            case PortReject m -> answered(heard, porting -> porting.reject(m.codes()));
            case PortExecuted m -> move(heard, porting -> porting.complete(clock.instant()));
            case PortRequest m -> throw notOurs();
            case PortSchedule m -> throw notOurs();
            case PortCancel m -> throw notOurs();
            case PortExecute m -> throw notOurs();
            case PortBroadcast m -> throw notOurs();
        }
    }

    @Override
    public Set<PortMessage.Type> tells() {
        return EnumSet.of(
                PortMessage.Type.PORT_REQUEST,
                PortMessage.Type.PORT_SCHEDULE,
                PortMessage.Type.PORT_CANCEL,
                PortMessage.Type.PORT_EXECUTE,
                PortMessage.Type.PORT_BROADCAST);
    }

    @Override
    public Optional<PortMessage> tell(PortMessage.Type type, UUID recordId, OperatorCode receiver) {
        return repository
                .findByIdOptional(recordId)
                .flatMap(
                        row ->
                                switch (type) {
                                    case PORT_REQUEST ->
                                            content(recordId).map(c -> request(c, row));
                                    case PORT_SCHEDULE ->
                                            Optional.of(
                                                    new PortSchedule(
                                                            row.windowFrom, row.windowUntil));
                                    case PORT_CANCEL ->
                                            Optional.of(new PortCancel(row.cancelGround));
                                    case PORT_EXECUTE ->
                                            Optional.of(new PortExecute(numbers.ownRoute()));
                                    case PORT_BROADCAST ->
                                            moved(recordId).map(c -> broadcast(c, row));
                                    case PORT_ACCEPT, PORT_REJECT, PORT_EXECUTED -> throw notOurs();
                                });
    }

    @Override
    public void told(PortMessage.Type type, UUID recordId, OperatorCode receiver) {
        if (type == PortMessage.Type.PORT_REQUEST) {
            records.disclosed(RecordType.PORTING, recordId, receiver);
        }
    }

    /** An answer that comes after we took the request back changes nothing. */
    private void answered(Heard heard, UnaryOperator<PortIn> move) {
        move(
                heard,
                porting ->
                        porting instanceof PortIn.Cancelled || porting instanceof PortIn.Expired
                                ? porting
                                : move.apply(porting));
    }

    private void move(Heard heard, UnaryOperator<PortIn> move) {
        portIns.apply(
                heard.portingId(),
                heard.sender(),
                move,
                () -> {
                    throw new MessageRefused(MessageReply.Code.UNKNOWN_PORTING);
                });
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

    private static IllegalStateException notOurs() {
        return new IllegalStateException("not a message of a recipient");
    }
}
