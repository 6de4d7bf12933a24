package bg.telenor.kit.web;

import static bg.telenor.kit.problem.CommonError.CONFLICT;
import static bg.telenor.kit.problem.CommonError.FORBIDDEN;
import static bg.telenor.kit.problem.CommonError.INTERNAL_ERROR;
import static bg.telenor.kit.problem.CommonError.INVALID_REQUEST;
import static bg.telenor.kit.problem.CommonError.UNAUTHENTICATED;
import static bg.telenor.kit.problem.CommonError.UNAVAILABLE;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves every service through here, as {@code application/problem+json}. */
class ProblemMappers {

    /** 401, 403 and foreign 404: for whoever watches for strangers. Never with values. */
    private static final Logger SECURITY = Logger.getLogger("security");

    @ServerExceptionMapper
    RestResponse<Problem> refused(ProblemException e) {
        if (e.code().status() == 403 || e.code().status() == 404) {
            SECURITY.infof("refused: %s", e.code().name());
        }
        var answer = answer(Problem.of(e.code(), e.getMessage()));
        // In whole seconds, and not too early.
        e.retryAfter()
                .map(pause -> Math.max(1, pause.plusMillis(999).toSeconds()))
                .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalid(ConstraintViolationException e) {
        var violations =
                e.getConstraintViolations().stream()
                        .map(v -> new Problem.Violation(field(v), v.getMessage()))
                        .toList();
        return respond(Problem.of(INVALID_REQUEST, null, violations));
    }

    @ServerExceptionMapper
    RestResponse<Problem> unreadable(MismatchedInputException e) {
        return unreadableField(e);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    RestResponse<Problem> unauthenticated(SecurityException e) {
        SECURITY.info("refused: no valid token");
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.UNAUTHORIZED, Problem.of(UNAUTHENTICATED, null))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException e) {
        SECURITY.info("refused: scope missing");
        return respond(Problem.of(FORBIDDEN, null));
    }

    @ServerExceptionMapper
    RestResponse<Problem> framework(WebApplicationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return refused(problem);
            }
            if (cause instanceof JsonMappingException mapping) {
                return unreadableField(mapping);
            }
        }
        int status = e.getResponse().getStatus();
        return respond(
                Arrays.stream(CommonError.values())
                        .filter(code -> code.status() == status)
                        .findFirst()
                        .map(code -> Problem.of(code, null))
                        .orElseGet(() -> ofStatus(status)));
    }

    /** The caller gets an id to quote; only the log gets the cause. */
    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable e) {
        return switch (DatabaseFault.of(e)) {
            case CONFLICT -> respond(Problem.of(CONFLICT, null));
            case UNAVAILABLE -> {
                Log.warnf("database does not answer: %s", e.getClass().getName());
                yield respond(Problem.of(UNAVAILABLE, null));
            }
            case NONE -> {
                var incident = UUID.randomUUID();
                Log.errorf(e, "incident %s", incident);
                yield respond(Problem.of(INTERNAL_ERROR, "incident " + incident));
            }
        };
    }

    private static Problem ofStatus(int status) {
        var code = status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        return new Problem(
                "about:blank",
                code.message(),
                status,
                null,
                "HTTP_" + status,
                code.message(),
                List.of());
    }

    /**
     * A value type says what is wrong in its own words; anything else from Jackson names Java
     * classes or repeats input, as the name of an unknown field does, so it is left out.
     */
    private static RestResponse<Problem> unreadableField(JsonMappingException e) {
        return switch (e.getCause()) {
            case ProblemException cause -> respond(Problem.of(cause.code(), cause.getMessage()));
            case IllegalArgumentException cause -> invalidField(path(e, 0), cause.getMessage());
            case null, default ->
                    e instanceof UnrecognizedPropertyException
                            ? invalidField(path(e, 1), "has a field that is not known here")
                            : invalidField(path(e, 0), "has the wrong form");
        };
    }

    private static RestResponse<Problem> invalidField(String field, String reason) {
        return respond(
                Problem.of(INVALID_REQUEST, null, List.of(new Problem.Violation(field, reason))));
    }

    private static String path(JsonMappingException e, int without) {
        return e.getPath().stream()
                .limit(Math.max(0, e.getPath().size() - without))
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String field(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
    }

    private static RestResponse<Problem> respond(Problem problem) {
        return answer(problem).build();
    }

    private static RestResponse.ResponseBuilder<Problem> answer(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
    }
}
