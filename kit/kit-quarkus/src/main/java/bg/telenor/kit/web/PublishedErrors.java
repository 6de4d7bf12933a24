package bg.telenor.kit.web;

import static bg.telenor.kit.problem.CommonError.BODY_TOO_LARGE;
import static bg.telenor.kit.problem.CommonError.FORBIDDEN;
import static bg.telenor.kit.problem.CommonError.IDEMPOTENCY_KEY_MISSING;
import static bg.telenor.kit.problem.CommonError.IDEMPOTENCY_KEY_REUSED;
import static bg.telenor.kit.problem.CommonError.IDENTIFIER_IN_REFERENCE;
import static bg.telenor.kit.problem.CommonError.INVALID_REQUEST;
import static bg.telenor.kit.problem.CommonError.REQUEST_RUNNING;
import static bg.telenor.kit.problem.CommonError.UNAUTHENTICATED;
import static bg.telenor.kit.problem.CommonError.UNSUPPORTED_MEDIA_TYPE;

import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.problem.CommonError;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in a service's OpenAPI document how every operation may end badly, so that a resource names
 * only the errors that are its own. Which codes a status may carry stands in its description.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PublishedErrors implements OASFilter {

    /** What Quarkus writes where a resource is silent: no code among them. */
    private static final Set<String> SAYS_NOTHING = Set.of("Not Authorized", "Not Allowed");

    private static final String PROBLEM = "Problem";
    private static final String CAMARA_ERROR = "ErrorInfo";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, objectOf(Problem.class));
        if (document.getTags() != null
                && document.getTags().stream().anyMatch(tag -> isCamara(tag.getName()))) {
            document.getComponents()
                    .addSchema(CAMARA_ERROR, objectOf(CamaraErrors.ErrorInfo.class));
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        keyOf(operation).ifPresent(key -> key.setRequired(true));
        var common = commonErrors(operation);
        var camara =
                operation.getTags() != null
                        && operation.getTags().stream().anyMatch(PublishedErrors::isCamara);
        var answers = new TreeMap<>(operation.getResponses().getAPIResponses());
        for (var error : common) {
            answers.computeIfAbsent(statusOf(error), status -> OASFactory.createAPIResponse());
        }
        // A new one each: what Quarkus writes of a status is one object for all operations.
        answers.replaceAll(
                (status, answer) ->
                        status.startsWith("4") && answer.getContent() == null
                                ? OASFactory.createAPIResponse()
                                        .description(codes(status, common, answer, camara))
                                        .content(camara ? camaraError() : problem())
                                : answer);
        operation.getResponses().setAPIResponses(answers);
        return operation;
    }

    private static List<CommonError> commonErrors(Operation operation) {
        var errors = new ArrayList<>(List.of(UNAUTHENTICATED, FORBIDDEN));
        if (refusesInItsOwnForm(operation)) {
            return errors;
        }
        errors.add(INVALID_REQUEST);
        errors.add(IDENTIFIER_IN_REFERENCE);
        if (operation.getRequestBody() != null) {
            errors.addAll(List.of(BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        }
        if (keyOf(operation).isPresent()) {
            errors.addAll(
                    List.of(IDEMPOTENCY_KEY_MISSING, REQUEST_RUNNING, IDEMPOTENCY_KEY_REUSED));
        }
        return errors;
    }

    /** A partner's protocol may say refusals in its own way. */
    private static boolean refusesInItsOwnForm(Operation operation) {
        return operation.getResponses().hasAPIResponse("4XX");
    }

    /** What the APIs of CAMARA are tagged with; their errors have a form of their own. */
    private static boolean isCamara(String tag) {
        return tag.startsWith("CAMARA ");
    }

    private static String codes(
            String status, List<CommonError> common, APIResponse answer, boolean camara) {
        var codes = new LinkedHashSet<String>();
        for (var error : common) {
            if (status.equals(statusOf(error))) {
                codes.add(camara ? CamaraErrors.codeOf(error) : error.name());
            }
        }
        var own = answer.getDescription();
        if (own != null && !SAYS_NOTHING.contains(own)) {
            codes.add(own);
        }
        return String.join(", ", codes);
    }

    private static Optional<Parameter> keyOf(Operation operation) {
        return operation.getParameters() == null
                ? Optional.empty()
                : operation.getParameters().stream()
                        .filter(parameter -> IdempotencyKey.HEADER.equals(parameter.getName()))
                        .findFirst();
    }

    private static String statusOf(CommonError error) {
        return String.valueOf(error.status());
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    private static Content camaraError() {
        return OASFactory.createContent()
                .addMediaType(
                        MediaType.APPLICATION_JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(CAMARA_ERROR)));
    }

    /** Taken from the record itself, so that the document cannot say otherwise. */
    private static Schema objectOf(Class<? extends Record> type) {
        var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (var component : type.getRecordComponents()) {
            schema.addProperty(component.getName(), schemaOf(component.getType()));
        }
        return schema;
    }

    private static Schema schemaOf(Class<?> type) {
        var schema = OASFactory.createSchema();
        if (type == int.class) {
            return schema.addType(SchemaType.INTEGER);
        }
        if (type == List.class) {
            return schema.addType(SchemaType.ARRAY).items(objectOf(Problem.Violation.class));
        }
        return schema.addType(SchemaType.STRING);
    }
}
