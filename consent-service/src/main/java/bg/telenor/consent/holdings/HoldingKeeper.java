package bg.telenor.consent.holdings;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Holdings go from the register with their content. */
@ApplicationScoped
class HoldingKeeper implements RecordKeeper {

    private final HoldingRegister register;

    HoldingKeeper(HoldingRegister register) {
        this.register = register;
    }

    @Override
    public RecordType record() {
        return RecordType.HOLDING;
    }

    @Override
    public void erased(UUID id) {
        register.forget(id);
    }
}
