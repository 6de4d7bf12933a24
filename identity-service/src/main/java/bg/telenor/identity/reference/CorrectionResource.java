package bg.telenor.identity.reference;

import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What was entered wrongly at the counter is entered rightly, and the register asked again. */
@Path("/v1/references/{id}/correction")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "references")
class CorrectionResource {

    private final References references;
    private final Inquiries inquiries;
    private final Idempotency idempotency;

    CorrectionResource(References references, Inquiries inquiries, Idempotency idempotency) {
        this.references = references;
        this.inquiries = inquiries;
        this.idempotency = idempotency;
    }

    @POST
    @PermissionsAllowed("references.create")
    @RunOnVirtualThread
    @Operation(
            operationId = "correctReference",
            summary = "Ask anew in place of a reference that was asked with wrong data",
            description =
                    "What is kept of the wrong person is erased at once, and the other services are"
                            + " told not to rely on it. The answer is a new reference.")
    @APIResponseSchema(
            value = ReferenceView.class,
            responseCode = "201",
            responseDescription = "The register answered")
    @APIResponse(
            responseCode = "202",
            description = "Not yet: the reference is pending and completes by itself",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReferenceView.class)))
    @APIResponse(responseCode = "404", description = "REFERENCE_NOT_FOUND, also for another's")
    @APIResponse(responseCode = "409", description = "PROCESSING_RESTRICTED")
    @APIResponse(
            responseCode = "422",
            description =
                    "ROLE_NOT_ALLOWED, BIRTH_DATE_IN_FUTURE, GUARDIAN_REQUIRED,"
                            + " NUMBER_LIMIT_REACHED, OPERATION_NOT_GRANTED, EMPLOYEE_MISSING")
    public RestResponse<ReferenceView> correct(
            @RestPath UUID id,
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @HeaderParam(Preference.HEADER)
                    @DefaultValue("wait=5")
                    @Parameter(schema = @Schema(type = SchemaType.STRING))
                    Preference preference,
            @Valid @NotNull CorrectReference body) {
        var begun = new AtomicReference<Inquiry>();
        var by =
                idempotency.once(
                        key,
                        "correct-reference",
                        List.of(id, body),
                        () -> references.correct(id, body::wanted, begun::set));
        var view =
                ReferenceView.of(
                        inquiries
                                .askFirst(by, begun.get(), preference.patience())
                                .orElseGet(() -> references.get(by)));
        return RestResponse.ResponseBuilder.create(view.httpStatus(), view)
                .location(UriBuilder.fromResource(ReferenceResource.class).path("{id}").build(by))
                .build();
    }
}
