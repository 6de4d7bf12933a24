package bg.telenor.portability.portin;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import bg.telenor.portability.message.OutgoingMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rows of a porting to us go with its content. */
@ApplicationScoped
class PortInKeeper implements RecordKeeper {

    private final PortInRepository repository;
    private final OutgoingMessages messages;

    PortInKeeper(PortInRepository repository, OutgoingMessages messages) {
        this.repository = repository;
        this.messages = messages;
    }

    @Override
    public RecordType record() {
        return RecordType.PORTING;
    }

    /** The row is locked first: who moves the porting, and queues messages of it, has it locked. */
    @Override
    public void erased(UUID id) {
        repository
                .locked(id)
                .ifPresent(
                        row -> {
                            messages.forget(id);
                            repository.delete(row);
                        });
    }
}
