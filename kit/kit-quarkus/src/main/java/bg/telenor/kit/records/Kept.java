package bg.telenor.kit.records;

import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import java.util.UUID;

/**
 * What is on record of a kept record besides its content.
 *
 * @param caseId or null where there is none
 * @param capacity in what capacity the person takes part, or null where the purpose asks for none
 */
public record Kept(
        RecordType record,
        UUID id,
        SubjectRef subject,
        Purpose purpose,
        Source source,
        UUID caseId,
        Role capacity) {

    public Kept(
            RecordType record,
            UUID id,
            SubjectRef subject,
            Purpose purpose,
            Source source,
            UUID caseId) {
        this(record, id, subject, purpose, source, caseId, null);
    }
}
