package bg.telenor.kit.web;

import bg.telenor.kit.problem.ErrorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as RFC 9457 {@code application/problem+json} says it, with {@code code} and {@code
 * message} beside, so that CAMARA clients read it too. It never carries a value of the request.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String message,
        List<Violation> violations) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** A field that is not as it should be, and why, in words without its value. */
    record Violation(String field, String reason) {}

    Problem {
        violations = List.copyOf(violations);
    }

    static Problem of(ErrorCode code, String detail) {
        return of(code, detail, List.of());
    }

    static Problem of(ErrorCode code, String detail, List<Violation> violations) {
        return new Problem(
                "urn:telenor:problem:" + code.name(),
                code.message(),
                code.status(),
                detail,
                code.name(),
                code.message(),
                violations);
    }
}
