package bg.telenor.identity.counter;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of flags; a row goes when the clerk's name goes. */
@ApplicationScoped
class FlagRepository implements PanacheRepositoryBase<FlagEntity, UUID>, RecordKeeper {

    /** The newest first. */
    List<FlagEntity> newest(int limit) {
        return find("order by raisedAt desc, id desc").range(0, limit - 1).list();
    }

    /** Those that come after one of them, the newest first. */
    List<FlagEntity> behind(FlagEntity last, int limit) {
        return find(
                        "raisedAt < ?1 or (raisedAt = ?1 and id < ?2)"
                                + " order by raisedAt desc, id desc",
                        last.raisedAt,
                        last.id)
                .range(0, limit - 1)
                .list();
    }

    boolean raisedSince(SubjectRef clerk, FlagKind kind, Instant since) {
        return count("clerkRef = ?1 and kind = ?2 and raisedAt > ?3", clerk.value(), kind, since)
                > 0;
    }

    @Override
    public RecordType record() {
        return RecordType.CLERK_FLAG;
    }

    @Override
    public void erased(UUID id) {
        deleteById(id);
    }
}
