package bg.telenor.consent.holdings;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.web.Lines;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Billing says who has which number. */
@Path("/v1/subscriptions")
@Tag(name = "subscriptions")
class SubscriptionResource {

    /**
     * @param line from 1
     * @param code OPENED, CLOSED or UNCHANGED; else why the line was not taken
     */
    record LineResult(long line, String code) {}

    @Schema(
            name = "SubscriptionImport",
            examples = "{\"results\":[{\"line\":1,\"code\":\"OPENED\"}]}")
    record Results(List<LineResult> results) {}

    private static final int LONGEST_LINE = 4096;

    /** All their results are one answer. */
    private static final int MAX_LINES = 100_000;

    private final SubscriptionImport subscriptions;

    SubscriptionResource(SubscriptionImport subscriptions) {
        this.subscriptions = subscriptions;
    }

    @POST
    @Consumes("application/x-ndjson")
    @PermissionsAllowed("billing")
    @Operation(
            operationId = "importSubscriptions",
            summary = "Take in subscriptions, one JSON object a line, each by itself")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = SubscriptionImport.Line.class)))
    @APIResponse(responseCode = "200", description = "What came of each line")
    public Results take(@NotNull InputStream body) throws IOException {
        var results = new ArrayList<LineResult>();
        try (var lines = new Lines(body, LONGEST_LINE)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (lines.number() > MAX_LINES) {
                    throw new ProblemException(CommonError.BODY_TOO_LARGE);
                }
                results.add(new LineResult(lines.number(), subscriptions.take(line.get())));
            }
        }
        return new Results(results);
    }
}
