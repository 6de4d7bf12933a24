package bg.telenor.kit.records;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is on record of a document besides its sealed content.
 *
 * @param caseId or null
 * @param receivedAt when the record was first taken in; later content does not move it
 * @param retainUntil the last day on which it is kept
 * @param holdUntil the last day of a legal hold, or null
 */
record Document(
        RecordType record,
        UUID id,
        SubjectRef subject,
        UUID key,
        Purpose purpose,
        String basis,
        Source source,
        UUID caseId,
        Instant receivedAt,
        LocalDate retainUntil,
        int catalogueVersion,
        LocalDate holdUntil) {

    /** Where its content belongs: sealed there, it opens nowhere else and for nothing else. */
    String place() {
        return "document|" + record + "|" + id + "|" + purpose;
    }

    boolean onHold(LocalDate today) {
        return holdUntil != null && !today.isAfter(holdUntil);
    }
}
