package bg.telenor.portability.lookup;

import bg.telenor.kit.value.Msisdn;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tells which operator serves a number, from memory. */
@Path("/v1/number-lookups")
@RunOnVirtualThread
@Tag(name = "Numbers", description = "Which operator serves a number")
class NumberLookupResource {

    /** Seconds for which changes may have gone unnoticed (RFC 9111 section 5.1). */
    private static final String AGE = "Age";

    private static final String LINES = "application/x-ndjson";

    /**
     * @param asOf the moment that is asked about, or null for now
     */
    @Schema(examples = "{\"numbers\":[\"+359888001234\"]}")
    record NumberLookup(@NotNull @Size(min = 1, max = 10_000) List<Msisdn> numbers, Instant asOf) {

        /** Elements are looked at here: validated one by one, ten thousand take milliseconds. */
        NumberLookup {
            if (numbers != null && numbers.stream().anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("a number is missing");
            }
        }
    }

    /**
     * @param staleMillis for how long changes may have gone unnoticed by who answers
     */
    @Schema(
            examples =
                    """
                    {"asOf":"2026-03-06T09:00:00Z","staleMillis":180,
                     "results":[{"number":"+359888001234","servedBy":"TELENOR","blockOperator":"A1",
                     "route":"C28405","portedSince":"2026-03-05T08:00:00Z"}]}\
                    """)
    record NumberLookupView(Instant asOf, long staleMillis, List<NumberView> results) {}

    private final NumberLookups lookups;
    private final LookupWriter writer;
    private final NumberStream stream;

    NumberLookupResource(NumberLookups lookups, LookupWriter writer, NumberStream stream) {
        this.lookups = lookups;
        this.writer = writer;
        this.stream = stream;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("number-lookups")
    @Operation(
            operationId = "lookUpNumbers",
            summary = "The serving operator of each number, in the order asked",
            description =
                    "Now, or at a moment before. Sent as application/x-ndjson, numbers are answered as"
                            + " such, line by line and however many: a NumberView each, or {\"line\","
                            + " \"code\"} for a line that is no number. Age says for how many seconds"
                            + " changes may have gone unnoticed.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = NumberLookup.class)),
                @Content(
                        mediaType = LINES,
                        schema = @Schema(implementation = NumberStream.NumberLine.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "The serving operator of each number",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NumberLookupView.class)))
    public RestResponse<byte[]> lookUp(@Valid @NotNull NumberLookup lookup) {
        var staleness = lookups.staleness();
        var at = lookups.momentOf(lookup.asOf());
        return RestResponse.ResponseBuilder.ok(
                        writer.write(lookup.numbers(), at, staleness.toMillis()))
                .header(AGE, staleness.toSeconds())
                .build();
    }

    @POST
    @Consumes(LINES)
    @Produces(LINES)
    @PermissionsAllowed("number-lookups")
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> lookUpLines(@NotNull InputStream numbers) {
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(
                        answers -> stream.answer(numbers, answers))
                .header(AGE, lookups.staleness().toSeconds())
                .build();
    }
}
