package bg.telenor.pay.link;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** An erased link is gone: the store's token is unknown from then on. */
@ApplicationScoped
class StoreLinkKeeper implements RecordKeeper {

    private final StoreLinkRepository repository;

    StoreLinkKeeper(StoreLinkRepository repository) {
        this.repository = repository;
    }

    @Override
    public RecordType record() {
        return RecordType.STORE_LINK;
    }

    @Override
    public void erased(UUID id) {
        repository.deleteById(id);
    }
}
