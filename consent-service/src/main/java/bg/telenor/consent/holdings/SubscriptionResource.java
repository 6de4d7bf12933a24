package bg.telenor.consent.holdings;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Billing says who has which number. */
@Path("/v1/subscriptions")
@Tag(name = "subscriptions")
@APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
@APIResponse(responseCode = "403", description = "FORBIDDEN")
@Produces(MediaType.APPLICATION_JSON)
class SubscriptionResource {

    /**
     * @param line from 1
     * @param code OPENED, CLOSED or UNCHANGED; else why the line was not taken
     */
    record LineResult(int line, String code) {}

    record Results(List<LineResult> results) {}

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
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "opened",
                                            value =
                                                    "{\"subscriptionId\":\"5f1c1d3e-5f0e-4b53-9d5c-0a4bb1a1f001\",\"number\":\"+359888000101\",\"person\":{\"type\":\"EGN\",\"value\":\"3021011000\"},\"capacity\":\"SUBSCRIBER\",\"from\":\"2026-01-01T00:00:00Z\"}")))
    @APIResponse(
            responseCode = "200",
            description = "What came of each line",
            content =
                    @Content(
                            schema = @Schema(implementation = Results.class),
                            examples =
                                    @ExampleObject(
                                            name = "results",
                                            value =
                                                    "{\"results\":[{\"line\":1,\"code\":\"OPENED\"}]}")))
    @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
    public Results take(@NotNull InputStream body) throws IOException {
        var results = new ArrayList<LineResult>();
        try (var lines = new Lines(body)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                results.add(new LineResult(lines.number(), subscriptions.take(line.orElseThrow())));
            }
        }
        return new Results(results);
    }
}
