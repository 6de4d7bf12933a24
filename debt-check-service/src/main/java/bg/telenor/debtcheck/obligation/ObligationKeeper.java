package bg.telenor.debtcheck.obligation;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ObligationKeeper implements RecordKeeper {

    private final ObligationRepository repository;

    ObligationKeeper(ObligationRepository repository) {
        this.repository = repository;
    }

    @Override
    public RecordType record() {
        return RecordType.OBLIGATION;
    }

    @Override
    public void erased(UUID id) {
        repository.deleteById(id);
    }
}
