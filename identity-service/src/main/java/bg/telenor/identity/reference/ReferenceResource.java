package bg.telenor.identity.reference;

import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
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

/** References from the register: is this person, with this document, who they say they are? */
@Path("/v1/references")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "references")
class ReferenceResource {

    private final References references;
    private final Inquiries inquiries;
    private final Idempotency idempotency;
    private final Turns turns;

    ReferenceResource(
            References references, Inquiries inquiries, Idempotency idempotency, Turns turns) {
        this.references = references;
        this.inquiries = inquiries;
        this.idempotency = idempotency;
        this.turns = turns;
    }

    @POST
    @PermissionsAllowed("references.create")
    @RunOnVirtualThread
    @Operation(operationId = "createReference", summary = "Ask the register about a person")
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
    @APIResponse(responseCode = "404", description = "CASE_NOT_FOUND: the case is another's")
    @APIResponse(responseCode = "409", description = "PROCESSING_RESTRICTED")
    @APIResponse(
            responseCode = "422",
            description =
                    "PURPOSE_NOT_ALLOWED, ROLE_NOT_ALLOWED, BIRTH_DATE_IN_FUTURE,"
                            + " GUARDIAN_REQUIRED, NUMBER_LIMIT_REACHED,"
                            + " OPERATION_NOT_GRANTED, EMPLOYEE_MISSING, SHOP_MISSING, PHOTO_NOT_ALLOWED, CALLBACK_NOT_REGISTERED")
    @APIResponse(
            responseCode = "429",
            description = "CLERK_QUOTA_REACHED; Retry-After says for how long")
    public RestResponse<ReferenceView> create(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @HeaderParam(Preference.HEADER)
                    @DefaultValue("wait=5")
                    @Parameter(schema = @Schema(type = SchemaType.STRING))
                    Preference preference,
            @Valid @NotNull CreateReference body) {
        var wanted = body.wanted();
        var begun = new AtomicReference<Inquiry>();
        var id =
                turns.take(
                        () ->
                                idempotency.once(
                                        key,
                                        "create-reference",
                                        body,
                                        () -> references.create(wanted, begun::set)));
        var view =
                ReferenceView.of(
                        inquiries
                                .askFirst(id, begun.get(), preference.patience())
                                .orElseGet(() -> references.get(id)));
        return RestResponse.ResponseBuilder.create(view.httpStatus(), view)
                .location(UriBuilder.fromResource(ReferenceResource.class).path("{id}").build(id))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("references.read")
    @Operation(operationId = "getReference", summary = "Read how a reference stands")
    @APIResponse(responseCode = "200", description = "How it stands")
    @APIResponse(responseCode = "404", description = "REFERENCE_NOT_FOUND, also for another's")
    @APIResponse(responseCode = "409", description = "PROCESSING_RESTRICTED")
    public ReferenceView get(@RestPath UUID id) {
        return ReferenceView.of(references.get(id));
    }
}
