package bg.telenor.portability.portout;

import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import bg.telenor.portability.message.OutgoingMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rows of a porting away from us go with its content. */
@ApplicationScoped
class PortOutKeeper implements RecordKeeper {

    private final PortOutRepository repository;
    private final OutgoingMessages messages;
    private final PartnerRows rows;

    PortOutKeeper(PortOutRepository repository, OutgoingMessages messages, PartnerRows rows) {
        this.repository = repository;
        this.messages = messages;
        this.rows = rows;
    }

    @Override
    public RecordType record() {
        return RecordType.PORTING;
    }

    /** The row is locked first: who moves the porting, and queues messages of it, has it locked. */
    @Override
    public void erased(UUID id) {
        rows.all();
        repository
                .locked(id)
                .ifPresent(
                        row -> {
                            messages.forget(id);
                            repository.delete(row);
                        });
    }
}
