package bg.telenor.consent.rights;

import static bg.telenor.consent.ConsentError.ARCHIVE_NOT_FOUND;
import static bg.telenor.consent.ConsentError.CERTIFICATE_NOT_FOUND;
import static bg.telenor.consent.ConsentError.REPORT_NOT_FOUND;
import static bg.telenor.consent.ConsentError.RIGHTS_REQUEST_OPEN;

import bg.telenor.consent.ConsentError;
import bg.telenor.consent.answers.Certificate;
import bg.telenor.consent.answers.Report;
import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What a request came to; for the person who made it, and kept by nobody on the way. */
@Path("/v1/rights-requests/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rights")
@APIResponse(responseCode = "409", description = "RIGHTS_REQUEST_OPEN")
class RightsDocumentResource {

    private static final Set<RightsRequest.Type> REPORTED =
            Set.of(
                    RightsRequest.Type.RECTIFICATION,
                    RightsRequest.Type.RESTRICTION,
                    RightsRequest.Type.RESTRICTION_LIFTING);

    private static final String ARCHIVE =
            """
            {"request":{"id":"c0a4e3b8-7f5c-4a4c-8b39-3f9f2a7c9d10","type":"ACCESS",
             "requestedAt":"2026-03-02T12:00:00Z","answeredAt":"2026-03-02T12:00:05Z"},
             "services":[{"service":"identity-service","records":[]}],"missing":[]}\
            """;

    private final RightsRequests requests;
    private final SubjectRefs refs;
    private final Caller caller;

    RightsDocumentResource(RightsRequests requests, SubjectRefs refs, Caller caller) {
        this.requests = requests;
        this.refs = refs;
        this.caller = caller;
    }

    @GET
    @Path("archive")
    @PermissionsAllowed("my-data")
    @Operation(operationId = "getRightsArchive", summary = "Everything kept about the person")
    @APIResponse(
            responseCode = "200",
            description = "One document, of all services",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, examples = ARCHIVE)))
    @APIResponse(responseCode = "404", description = "RIGHTS_REQUEST_NOT_FOUND, ARCHIVE_NOT_FOUND")
    public RestResponse<JsonNode> archive(@RestPath UUID id) {
        return own(id, RightsRequest.Type.ACCESS, ARCHIVE_NOT_FOUND);
    }

    @GET
    @Path("certificate")
    @PermissionsAllowed("my-data")
    @Operation(operationId = "getErasureCertificate", summary = "What went, what stays and why")
    @APIResponseSchema(
            value = Certificate.Signed.class,
            responseDescription = "The certificate, and its signature by consent-service")
    @APIResponse(
            responseCode = "404",
            description = "RIGHTS_REQUEST_NOT_FOUND, CERTIFICATE_NOT_FOUND")
    public RestResponse<JsonNode> certificate(@RestPath UUID id) {
        return own(id, RightsRequest.Type.ERASURE, CERTIFICATE_NOT_FOUND);
    }

    @GET
    @Path("report")
    @PermissionsAllowed({"my-data", "rights.manage"})
    @Operation(
            operationId = "getRightsReport",
            summary = "What became of a rectification, a restriction or its end")
    @APIResponseSchema(
            value = Report.class,
            responseDescription = "What each service said, and who is to be informed")
    @APIResponse(responseCode = "404", description = "RIGHTS_REQUEST_NOT_FOUND, REPORT_NOT_FOUND")
    public RestResponse<JsonNode> report(@RestPath UUID id) {
        return document(id, caller.person().map(refs::of), REPORTED, REPORT_NOT_FOUND);
    }

    private RestResponse<JsonNode> own(UUID id, RightsRequest.Type type, ConsentError absent) {
        var person =
                caller.person()
                        .map(refs::of)
                        .orElseThrow(() -> new ProblemException(CommonError.FORBIDDEN));
        return document(id, Optional.of(person), Set.of(type), absent);
    }

    private RestResponse<JsonNode> document(
            UUID id,
            Optional<SubjectRef> person,
            Set<RightsRequest.Type> types,
            ConsentError absent) {
        var state = requests.get(id, person);
        if (!types.contains(state.request().type())) {
            throw new ProblemException(absent);
        }
        if (!state.isDecided()) {
            throw new ProblemException(RIGHTS_REQUEST_OPEN);
        }
        var document = requests.document(state).orElseThrow(() -> new ProblemException(absent));
        return RestResponse.ResponseBuilder.ok(document)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
