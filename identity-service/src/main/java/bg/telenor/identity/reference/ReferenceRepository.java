package bg.telenor.identity.reference;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rows of references; a row goes when the content that it is about goes. */
@ApplicationScoped
class ReferenceRepository implements PanacheRepositoryBase<ReferenceEntity, UUID>, RecordKeeper {

    @Override
    public RecordType record() {
        return RecordType.IDENTITY_REFERENCE;
    }

    @Override
    public void erased(UUID id) {
        deleteById(id);
    }
}
