package bg.telenor.identity.photo;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rows of photos; a row goes when its photo goes. */
@ApplicationScoped
class PhotoRepository implements PanacheRepositoryBase<PhotoEntity, UUID>, RecordKeeper {

    @Override
    public RecordType record() {
        return RecordType.IDENTITY_PHOTO;
    }

    @Override
    public void erased(UUID id) {
        deleteById(id);
    }
}
