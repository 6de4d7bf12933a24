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
 * @param eraseAt the moment at which it ends, or null where it is kept to the end of that day
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
        Instant eraseAt,
        int catalogueVersion,
        LocalDate holdUntil) {

    /** Where its content belongs: sealed there, it opens nowhere else and for nothing else. */
    String place() {
        return "document|" + record + "|" + id + "|" + purpose;
    }

    /** Whether its term has ended to the moment; it is not read any more, erased or not. */
    boolean hasEnded(Instant now) {
        return eraseAt != null && !now.isBefore(eraseAt);
    }

    boolean onHold(LocalDate today) {
        return holdUntil != null && !today.isAfter(holdUntil);
    }
}
