package bg.telenor.consent.consents;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Consents go with their content. */
@ApplicationScoped
class ConsentKeeper implements RecordKeeper {

    private final Consents consents;

    ConsentKeeper(Consents consents) {
        this.consents = consents;
    }

    @Override
    public RecordType record() {
        return RecordType.CONSENT;
    }

    @Override
    public void erased(UUID id) {
        consents.forget(id);
    }
}
