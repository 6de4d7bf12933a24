package bg.telenor.consent.inventory;

import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.consent.notices.SourceTitles;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRefs;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** A person sees all that is kept about them: whence, why, on what basis and until when. */
@Path("/v1/my/records")
@Tag(name = "my data")
class MyRecordsResource {

    private static final int PAGE = 100;

    /** Whether the data is still there. */
    enum Status {
        HELD,
        ERASED
    }

    record DisclosureView(String recipient, Instant disclosedAt) {}

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
            List<DisclosureView> disclosures) {}

    /**
     * @param next where the next page begins; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordList(List<RecordView> records, String next) {}

    private final Inventory inventory;
    private final Catalogue catalogue;
    private final SourceTitles titles;
    private final SubjectRefs refs;
    private final Caller caller;

    MyRecordsResource(
            Inventory inventory,
            Catalogue catalogue,
            SourceTitles titles,
            SubjectRefs refs,
            Caller caller) {
        this.inventory = inventory;
        this.catalogue = catalogue;
        this.titles = titles;
        this.refs = refs;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("my-data")
    @Operation(operationId = "listMyRecords", summary = "What is kept about the calling person")
    public RecordList list(@RestQuery String after, @Context HttpHeaders headers) {
        var person = caller.person().orElseThrow(() -> new ProblemException(CommonError.FORBIDDEN));
        var place = after == null ? Place.START : Place.read(after);
        var items = inventory.of(refs.of(person), place, PAGE);
        var language = SourceTitles.language(headers.getAcceptableLanguages());
        return new RecordList(
                items.stream().map(item -> view(item, language)).toList(),
                items.size() < PAGE ? null : Place.of(items.getLast().record()).write());
    }

    private RecordView view(Inventory.Item item, Language language) {
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
                        .map(given -> new DisclosureView(given.recipient, given.disclosedAt))
                        .toList());
    }
}
