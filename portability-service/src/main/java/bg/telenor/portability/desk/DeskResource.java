package bg.telenor.portability.desk;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.desk.DeskFilter.Place;
import bg.telenor.portability.desk.DeskSide.Direction;
import bg.telenor.portability.domain.RejectCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Only for employees by name: a system has nothing to decide. */
@Path("/v1/desk")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("porting-desk")
@Tag(name = "Desk", description = "Seeing to it that portings go on")
class DeskResource {

    private static final int PAGE = 50;

    /**
     * @param next where the next page begins; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            examples =
                    """
                    {"portings":[{"id":"7d444840-9dc0-41d1-b245-5ffdce74fad2","direction":"OUT",
                     "state":"ANNOUNCED","operator":"A1","numbers":1,
                     "askedAt":"2026-03-02T12:00:00Z","since":"2026-03-02T12:00:01Z",
                     "waitsFor":"HOLDER","due":"2026-03-02T16:00:01Z"}]}\
                    """)
    record PortingList(List<Summary> portings, String next) {}

    @Schema(examples = "{\"numbers\":[\"+359899001234\"]}")
    record NumberList(List<String> numbers) {}

    @Schema(
            examples =
                    """
                    {"windows":[{"from":"2026-03-04T06:00:00Z","until":"2026-03-04T10:00:00Z",
                     "capacity":50000,"planned":1200,"executing":0,"executed":0,"failed":0}]}\
                    """)
    record WindowList(List<WindowProgress.Progress> windows) {}

    /**
     * @param codes of a rejection
     * @param notBefore of a postponement
     */
    @Schema(
            examples =
                    """
                    {"decision":"REJECT","ground":"FRAUD_SUSPECTED","codes":["HOLDER_OBJECTS"]}\
                    """)
    record Decide(
            @NotNull Decision.Kind decision,
            @NotNull Decision.Ground ground,
            Set<@NotNull RejectCode> codes,
            Instant notBefore) {}

    private final Desk desk;
    private final WindowProgress windows;
    private final Caller caller;

    DeskResource(Desk desk, WindowProgress windows, Caller caller) {
        this.desk = desk;
        this.windows = windows;
        this.caller = caller;
    }

    @GET
    @Path("portings")
    @Operation(
            operationId = "listDeskPortings",
            summary = "Portings of a direction, by state, operator, time and whose turn it is")
    @APIResponseSchema(PortingList.class)
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: no such state or place")
    public PortingList list(
            @RestQuery @NotNull Direction direction,
            @RestQuery String state,
            @RestQuery String operator,
            @RestQuery String since,
            @RestQuery WaitsFor waitsFor,
            @RestQuery String after) {
        employee();
        var filter = DeskFilter.parse(state, operator, since, waitsFor, after);
        var page = desk.list(direction, filter, PAGE + 1);
        var shown = page.subList(0, Math.min(page.size(), PAGE));
        var next = page.size() > PAGE ? Place.of(shown.getLast()).toString() : null;
        return new PortingList(shown, next);
    }

    @GET
    @Path("portings/{id}")
    @Operation(
            operationId = "getDeskPorting",
            summary = "What happened to a porting, and which messages are not delivered")
    @APIResponseSchema(Desk.Story.class)
    @APIResponse(responseCode = "404", description = "PORTING_NOT_FOUND")
    public Desk.Story story(@RestPath UUID id) {
        employee();
        return desk.story(id);
    }

    @GET
    @Path("portings/{id}/numbers")
    @Operation(operationId = "getDeskNumbers", summary = "Its numbers; the reading is in evidence")
    @APIResponseSchema(NumberList.class)
    @APIResponse(responseCode = "404", description = "PORTING_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "PROCESSING_RESTRICTED")
    public NumberList numbers(@RestPath UUID id) {
        employee();
        return new NumberList(desk.numbers(id).stream().map(Msisdn::e164).toList());
    }

    @POST
    @Path("portings/{id}/decisions")
    @Operation(operationId = "decideOnPorting", summary = "Decide, where its state allows it")
    @APIResponseSchema(Summary.class)
    @APIResponse(responseCode = "404", description = "PORTING_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "MOVE_NOT_ALLOWED")
    @APIResponse(responseCode = "422", description = "REJECT_CODE_NOT_ALLOWED")
    public Summary decide(@RestPath UUID id, @Valid @NotNull Decide body) {
        employee();
        return desk.decide(
                id, new Decision(body.decision(), body.ground(), body.codes(), body.notBefore()));
    }

    @GET
    @Path("windows")
    @Operation(operationId = "listWindows", summary = "How far the numbers of each window are")
    @APIResponseSchema(WindowList.class)
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: no such time")
    public WindowList windows(@RestQuery @NotNull String since) {
        employee();
        return new WindowList(windows.since(DeskFilter.read(since, Instant::parse), PAGE));
    }

    private void employee() {
        if (caller.employee().isEmpty()) {
            throw new ProblemException(CommonError.FORBIDDEN);
        }
    }
}
