package bg.telenor.consent.inventory;

import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.consent.notices.SourceTitles;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record as its person sees it: that it is kept, whence, why, on what basis and until when. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordView(
        UUID id,
        RecordType record,
        String service,
        Source source,
        String sourceTitle,
        Purpose purpose,
        String purposeTitle,
        String basis,
        UUID caseId,
        Instant receivedAt,
        LocalDate retainUntil,
        Status status,
        Instant erasedAt,
        DataErased.Reason erasedReason,
        List<Disclosure> disclosures) {

    /** Whether the data is still there. */
    @Schema(name = "RecordStatus")
    enum Status {
        HELD,
        ERASED
    }

    record Disclosure(String recipient, Instant disclosedAt) {}

    static RecordView of(
            Inventory.Item item, Catalogue catalogue, SourceTitles titles, Language language) {
        var row = item.record();
        var purpose = catalogue.of(row.purpose);
        return new RecordView(
                row.key.recordId(),
                row.key.recordType(),
                row.service,
                row.source,
                titles.of(row.source, language),
                row.purpose,
                SourceTitles.of(purpose, language),
                purpose.basis(),
                row.caseId,
                row.receivedAt,
                row.retainUntil,
                row.erasedAt == null ? Status.HELD : Status.ERASED,
                row.erasedAt,
                row.erasedReason,
                item.disclosures().stream()
                        .map(given -> new Disclosure(given.recipient, given.disclosedAt))
                        .toList());
    }
}
