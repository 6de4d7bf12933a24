package bg.telenor.portability.protection;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A lock ends with its content. */
@ApplicationScoped
class PortLockKeeper implements RecordKeeper {

    private final PortLockRepository repository;

    PortLockKeeper(PortLockRepository repository) {
        this.repository = repository;
    }

    @Override
    public RecordType record() {
        return RecordType.PORT_LOCK;
    }

    @Override
    public void erased(UUID id) {
        repository.deleteById(id);
    }
}
