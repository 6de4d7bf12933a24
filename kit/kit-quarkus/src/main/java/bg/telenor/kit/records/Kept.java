package bg.telenor.kit.records;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import java.util.UUID;

/**
 * What is on record of a kept record besides its content.
 *
 * @param caseId or null where there is none
 */
public record Kept(
        RecordType record,
        UUID id,
        SubjectRef subject,
        Purpose purpose,
        Source source,
        UUID caseId) {}
