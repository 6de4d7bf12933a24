package bg.telenor.debtcheck.check;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class DebtCheckKeeper implements RecordKeeper {

    private final DebtCheckRepository repository;

    DebtCheckKeeper(DebtCheckRepository repository) {
        this.repository = repository;
    }

    @Override
    public RecordType record() {
        return RecordType.DEBT_CHECK;
    }

    @Override
    public void erased(UUID id) {
        repository.deleteById(id);
    }
}
