package bg.telenor.identity.photo;

import static bg.telenor.identity.IdentityError.PHOTO_NOT_FOUND;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The register's photo of the person, for the clerk who has them before the counter. */
@Path("/v1/references/{id}/photo")
@Tag(name = "references")
class PhotoResource {

    private final Photos photos;
    private final MarkedPicture picture;
    private final Caller caller;
    private final Clock clock;

    PhotoResource(Photos photos, MarkedPicture picture, Caller caller, Clock clock) {
        this.photos = photos;
        this.picture = picture;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces("image/png")
    @PermissionsAllowed("references.photo")
    @Operation(
            operationId = "lookAtPhoto",
            summary = "Look at the register's photo, with the clerk and the time drawn into it")
    @APIResponse(
            responseCode = "200",
            description = "The photo; not to be stored anywhere",
            content =
                    @Content(
                            mediaType = "image/png",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "404",
            description = "PHOTO_NOT_FOUND: none was asked for or given, or its time is over")
    @APIResponse(responseCode = "409", description = "PHOTO_VIEWS_USED_UP")
    public RestResponse<byte[]> look(@RestPath UUID id) {
        var photo = photos.look(id);
        var png =
                picture.of(photo, caller.employee().orElseThrow(), clock.instant())
                        .orElseThrow(() -> new ProblemException(PHOTO_NOT_FOUND));
        return RestResponse.ResponseBuilder.ok(png)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
