package bg.telenor.identity.reference;

import bg.telenor.identity.domain.Role;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The rows of references; a row goes when the content that it is about goes. */
@ApplicationScoped
class ReferenceRepository implements PanacheRepositoryBase<ReferenceEntity, UUID>, RecordKeeper {

    /** Whether somebody else is confirmed on the case as guardian, at a moment. */
    boolean hasGuardian(UUID caseId, String client, SubjectRef person, Instant at) {
        return count(
                        "caseId = ?1 and client = ?2 and role = ?3 and subjectRef != ?4"
                                + " and freshUntil > ?5",
                        caseId,
                        client,
                        Role.GUARDIAN,
                        person.value(),
                        at)
                > 0;
    }

    @Override
    public RecordType record() {
        return RecordType.IDENTITY_REFERENCE;
    }

    @Override
    public void erased(UUID id) {
        deleteById(id);
    }
}
