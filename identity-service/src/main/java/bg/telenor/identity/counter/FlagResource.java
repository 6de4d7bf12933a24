package bg.telenor.identity.counter;

import bg.telenor.identity.counter.Flags.Raised;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The privacy officer sees what clerks did that may have been out of curiosity. */
@Path("/v1/clerk-flags")
@Tag(name = "oversight")
class FlagResource {

    private static final int PAGE = 50;

    /**
     * @param clerk the user name at the login provider
     * @param referenceId absent where nothing was asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ClerkFlag")
    record FlagView(
            UUID id,
            FlagKind kind,
            String clerk,
            String shop,
            UUID referenceId,
            UUID caseId,
            Instant raisedAt) {

        static FlagView of(Raised raised) {
            var flag = raised.flag();
            return new FlagView(
                    flag.id,
                    flag.kind,
                    raised.clerk(),
                    flag.shop,
                    flag.referenceId,
                    flag.caseId,
                    flag.raisedAt);
        }
    }

    /**
     * @param next where the next page begins; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ClerkFlagList",
            examples =
                    """
                    {"flags": [{"id": "7e6a4a52-59ae-4d47-9a0e-3c4a0a6d1e77", "kind": "REPEATED",
                     "clerk": "clerk", "shop": "SOFIA-01",
                     "referenceId": "5d1f7f5e-2f9a-4c0b-8a39-8d0d3c1f2a77",
                     "caseId": "0f4a3c6e-6a0b-4d8e-9f53-2a4f6f0f7c11",
                     "raisedAt": "2026-03-02T12:00:00Z"}]}\
                    """)
    record FlagList(List<FlagView> flags, UUID next) {}

    private final Flags flags;

    FlagResource(Flags flags) {
        this.flags = flags;
    }

    @GET
    @PermissionsAllowed("clerk-flags.read")
    @Operation(operationId = "listClerkFlags", summary = "What clerks did that should be looked at")
    @APIResponse(responseCode = "200", description = "The newest first; each read is in evidence")
    public FlagList list(@RestQuery UUID after) {
        var page = flags.page(after, PAGE);
        return new FlagList(page.flags().stream().map(FlagView::of).toList(), page.next());
    }
}
