package bg.telenor.consent.inventory;

import bg.telenor.consent.holdings.References;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class InventoryRepository implements PanacheRepositoryBase<InventoryEntity, InventoryEntity.Key> {

    /** Later than everything that can be in the table. */
    static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** What was received about a reference in its time, the newest first, behind a place. */
    List<InventoryEntity> of(References.Part part, Place behind, int limit) {
        return find(
                        """
                        subjectRef = ?1 and receivedAt >= ?2 and receivedAt < ?3
                        and (receivedAt < ?4 or (receivedAt = ?4 and key.recordId < ?5))
                        order by receivedAt desc, key.recordId desc\
                        """,
                        part.reference().value(),
                        part.from(),
                        part.until() == null ? END : part.until(),
                        behind.at(),
                        behind.id())
                .range(0, limit - 1)
                .list();
    }

    /** Erased so long ago that nobody asks any more. */
    long forgetErasedBefore(Instant time) {
        return delete("erasedAt < ?1", time);
    }
}
