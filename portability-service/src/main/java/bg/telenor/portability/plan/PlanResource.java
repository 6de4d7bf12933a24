package bg.telenor.portability.plan;

import bg.telenor.portability.domain.NumberingPlan;
import bg.telenor.portability.plan.PlanLines.RangeLine;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The numbering plan: which ranges of numbers belong to whom, and from when until when. */
@Path("/v1/numbering-plan")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Numbering plan", description = "Which ranges of numbers belong to whom")
class PlanResource {

    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    /** What was taken in. */
    @Schema(
            name = "PlanImported",
            examples =
                    """
                    {"id":"7d444840-9dc0-41d1-b245-5ffdce74fad2","importedAt":"2026-03-02T12:00:00Z",
                     "ranges":17}\
                    """)
    record PlanImported(UUID id, Instant importedAt, int ranges) {}

    /** The plan in force, past and future ranges among the others. */
    @Schema(
            name = "NumberingPlan",
            examples =
                    """
                    {"ranges":[{"firstDigits":"88","kind":"MOBILE","operator":"A1",
                     "from":"1995-01-01T00:00:00Z"}]}\
                    """)
    record PlanView(List<RangeLine> ranges) {}

    private final PlanLines lines;
    private final Plans plans;

    PlanResource(PlanLines lines, Plans plans) {
        this.lines = lines;
        this.plans = plans;
    }

    @PUT
    @Consumes(LINES)
    @PermissionsAllowed("numbering-plan.write")
    @Operation(
            operationId = "importNumberingPlan",
            summary = "Put a whole numbering plan in the place of the one in force",
            description =
                    "A range a line: as JSON, or as text/csv with the columns firstDigits, kind,"
                            + " operator, from, until. All lines are taken or none.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = LINES, schema = @Schema(implementation = RangeLine.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "422",
            description =
                    "NUMBERING_PLAN_NOT_VALID: lines are no range, or overlap for the same time;"
                            + " they are named by number")
    @APIResponse(responseCode = "200", description = "Taken in; known everywhere within seconds")
    public PlanImported importLines(@NotNull InputStream body) {
        return replace(lines.ofJson(body));
    }

    @PUT
    @Consumes(CSV)
    @PermissionsAllowed("numbering-plan.write")
    @Operation(hidden = true)
    public PlanImported importCsv(@NotNull InputStream body) {
        return replace(lines.ofCsv(body));
    }

    @GET
    @PermissionsAllowed("numbering-plan.read")
    @Operation(operationId = "readNumberingPlan", summary = "The numbering plan in force")
    public PlanView read() {
        return new PlanView(PlanLines.of(plans.current()));
    }

    private PlanImported replace(NumberingPlan plan) {
        var imported = plans.replace(plan);
        return new PlanImported(imported.id(), imported.at(), plan.ranges().size());
    }
}
