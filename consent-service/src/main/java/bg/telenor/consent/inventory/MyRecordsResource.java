package bg.telenor.consent.inventory;

import bg.telenor.consent.notices.SourceTitles;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRefs;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** A person sees all that is kept about them: whence, why, on what basis and until when. */
@Path("/v1/my/records")
@Tag(name = "my data")
class MyRecordsResource {

    private static final int PAGE = 100;

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
    @APIResponse(responseCode = "200", description = "The newest first")
    public RecordList list(@RestQuery String after, @Context HttpHeaders headers) {
        var person = caller.person().orElseThrow(() -> new ProblemException(CommonError.FORBIDDEN));
        var place = after == null ? Place.START : Place.read(after);
        var items = inventory.of(refs.of(person), place, PAGE);
        var language = SourceTitles.language(headers.getAcceptableLanguages());
        return new RecordList(
                items.stream()
                        .map(item -> RecordView.of(item, catalogue, titles, language))
                        .toList(),
                items.size() < PAGE ? null : Place.of(items.getLast().record()).write());
    }
}
