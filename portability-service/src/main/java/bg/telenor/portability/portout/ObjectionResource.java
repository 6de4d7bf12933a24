package bg.telenor.portability.portout;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.protection.CustomersNumber;
import bg.telenor.portability.protection.Holders;
import bg.telenor.portability.protection.OwnNumber;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Protection", description = "What the subscriber of a number says of its leaving")
class ObjectionResource {

    /** What came of a no. */
    enum Outcome {
        /** What was asked for the number is refused, or taken back. */
        STAYS,
        /** Nobody asks for the number, or it has left. */
        NOTHING_ASKED;

        static Outcome of(List<PortOut> kept) {
            return kept.isEmpty() ? NOTHING_ASKED : STAYS;
        }
    }

    @Schema(examples = "{\"outcome\":\"STAYS\"}")
    record ObjectionView(Outcome outcome) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeavingView(
            UUID id,
            OperatorCode recipient,
            PortOutStatus status,
            Instant askedAt,
            Instant objectUntil,
            Instant windowFrom) {

        static LeavingView of(PortOutEntity row) {
            return new LeavingView(
                    row.id,
                    new OperatorCode(row.recipient),
                    row.status,
                    row.receivedAt,
                    row.status == PortOutStatus.ANNOUNCED ? row.dueAt : null,
                    row.windowFrom);
        }
    }

    @Schema(
            examples =
                    """
                    {"portOuts":[{"id":"7d444840-9dc0-41d1-b245-5ffdce74fad2","recipient":"A1",
                     "status":"ANNOUNCED","askedAt":"2026-03-02T12:00:00Z",
                     "objectUntil":"2026-03-02T16:00:00Z"}]}\
                    """)
    record LeavingList(List<LeavingView> portOuts) {}

    private final PortOuts portOuts;
    private final PortOutRepository repository;
    private final Holders holders;

    ObjectionResource(PortOuts portOuts, PortOutRepository repository, Holders holders) {
        this.portOuts = portOuts;
        this.repository = repository;
        this.holders = holders;
    }

    @GET
    @Path("my/port-outs")
    @PermissionsAllowed("my-numbers")
    @Operation(
            operationId = "listMyPortOuts",
            summary = "What other operators ask for in one's own name")
    @APIResponse(responseCode = "200", description = "The newest first")
    public LeavingList own() {
        return new LeavingList(
                repository.ofPerson(holders.caller()).stream().map(LeavingView::of).toList());
    }

    @POST
    @Path("my/port-out-objections")
    @PermissionsAllowed("my-numbers")
    @Operation(operationId = "keepMyNumber", summary = "Say no: a number of one's own stays")
    @APIResponseSchema(ObjectionView.class)
    @APIResponse(responseCode = "422", description = "NUMBER_NOT_HELD")
    public ObjectionView objectOwn(@Valid @NotNull OwnNumber body) {
        var after = portOuts.object(holders.ofCaller(body).holding());
        return new ObjectionView(Outcome.of(after));
    }

    @POST
    @Path("port-out-objections")
    @PermissionsAllowed("number-protection")
    @Operation(operationId = "keepNumber", summary = "Say no for a customer: a number stays")
    @APIResponseSchema(ObjectionView.class)
    @APIResponse(responseCode = "404", description = "CASE_NOT_FOUND: the case is another's")
    @APIResponse(responseCode = "409", description = "IDENTITY_NOT_CONFIRMED")
    @APIResponse(responseCode = "422", description = "NUMBER_NOT_HELD")
    public ObjectionView object(@Valid @NotNull CustomersNumber body) {
        var after = portOuts.object(holders.atCounter(body).holding());
        return new ObjectionView(Outcome.of(after));
    }
}
