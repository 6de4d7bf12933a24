package bg.telenor.pay.purchase;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * An erased purchase is gone with its refunds. The ledger stays: it knows random ids and amounts,
 * and nothing leads from them to a person any more.
 */
@ApplicationScoped
class PurchaseKeeper implements RecordKeeper {

    private final PurchaseRepository repository;

    PurchaseKeeper(PurchaseRepository repository) {
        this.repository = repository;
    }

    @Override
    public RecordType record() {
        return RecordType.PURCHASE;
    }

    @Override
    public void erased(UUID id) {
        repository.deleteById(id);
    }
}
