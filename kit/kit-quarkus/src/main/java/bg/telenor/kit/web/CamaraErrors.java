package bg.telenor.kit.web;

import bg.telenor.kit.problem.CommonError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * On the paths of CAMARA's APIs an error leaves in CAMARA's own form and words (Commonalities 0.6),
 * whatever made it.
 */
class CamaraErrors {

    /** Which APIs of CAMARA a service speaks. */
    @ConfigMapping(prefix = "suite.http.camara")
    interface Apis {

        /** How each begins its own codes, and how its paths begin. */
        @WithParentName
        Map<String, String> paths();
    }

    @RegisterForReflection
    record ErrorInfo(int status, String code, String message) {}

    private final Map<String, String> paths;

    CamaraErrors(Apis apis) {
        this.paths = apis.paths();
    }

    @ServerResponseFilter
    void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            var path = request.getUriInfo().getPath();
            paths.entrySet().stream()
                    .filter(api -> path.startsWith(api.getValue()))
                    .findFirst()
                    .ifPresent(
                            api ->
                                    response.setEntity(
                                            of(api.getKey(), problem),
                                            new Annotation[0],
                                            MediaType.APPLICATION_JSON_TYPE));
        }
    }

    static ErrorInfo of(String api, Problem problem) {
        return new ErrorInfo(problem.status(), code(api, problem.code()), message(problem));
    }

    static String codeOf(CommonError error) {
        return switch (error) {
            case INVALID_REQUEST, IDENTIFIER_IN_REFERENCE, IDEMPOTENCY_KEY_MISSING ->
                    "INVALID_ARGUMENT";
            case FORBIDDEN, SIGNATURE_NOT_TRUSTED -> "PERMISSION_DENIED";
            case CONFLICT, REQUEST_RUNNING -> "ABORTED";
            case PROCESSING_RESTRICTED -> "INCOMPATIBLE_STATE";
            case CASE_NOT_FOUND -> "NOT_FOUND";
            case INTERNAL_ERROR -> "INTERNAL";
            case UNAUTHENTICATED,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    BODY_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    IDEMPOTENCY_KEY_REUSED,
                    PURPOSE_NOT_ALLOWED,
                    BIRTH_DATE_IN_FUTURE,
                    TOO_MANY_REQUESTS,
                    UNAVAILABLE ->
                    error.name();
        };
    }

    /** What is an API's own begins with its name and a dot. */
    private static String code(String api, String code) {
        var prefix = api + "_";
        return Arrays.stream(CommonError.values())
                .filter(error -> error.name().equals(code))
                .findFirst()
                .map(CamaraErrors::codeOf)
                .orElseGet(
                        () ->
                                code.startsWith(prefix)
                                        ? api + "." + code.substring(prefix.length())
                                        : code);
    }

    private static String message(Problem problem) {
        var violations =
                problem.violations().stream()
                        .map(violation -> violation.field() + " " + violation.reason());
        return Stream.concat(
                        Stream.concat(
                                Stream.of(problem.message()), Stream.ofNullable(problem.detail())),
                        violations)
                .collect(Collectors.joining("; "));
    }
}
