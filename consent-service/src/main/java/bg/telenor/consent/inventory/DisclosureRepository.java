package bg.telenor.consent.inventory;

import bg.telenor.kit.processing.RecordType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DisclosureRepository implements PanacheRepositoryBase<DisclosureEntity, UUID> {

    List<DisclosureEntity> of(InventoryEntity.Key key) {
        return list(
                "recordType = ?1 and recordId = ?2 order by disclosedAt",
                key.recordType(),
                key.recordId());
    }

    void forget(RecordType record, UUID id) {
        delete("recordType = ?1 and recordId = ?2", record, id);
    }
}
