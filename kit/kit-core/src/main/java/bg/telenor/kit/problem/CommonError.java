package bg.telenor.kit.problem;

/** The errors that every service knows. */
public enum CommonError implements ErrorCode {
    INVALID_REQUEST(400, "The request is not valid"),
    IDENTIFIER_IN_REFERENCE(400, "A free reference holds a personal identifier or phone number"),
    IDEMPOTENCY_KEY_MISSING(400, "The header Idempotency-Key is required"),
    UNAUTHENTICATED(401, "A valid access token is required"),
    FORBIDDEN(403, "The access token does not allow this operation"),
    SIGNATURE_NOT_TRUSTED(403, "The message is not signed by its sender, or not for this request"),
    NOT_FOUND(404, "There is no such resource"),
    METHOD_NOT_ALLOWED(405, "The resource does not know this method"),
    NOT_ACCEPTABLE(406, "The resource has no form that the request accepts"),
    CONFLICT(409, "Another request changed the same resource; read it again"),
    REQUEST_RUNNING(409, "The request with this Idempotency-Key is still running"),
    PROCESSING_RESTRICTED(409, "The person's data may be kept and not otherwise processed now"),
    BODY_TOO_LARGE(413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The request body has an unsupported media type"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    PURPOSE_NOT_ALLOWED(422, "The purpose is not one that this operation serves"),
    BIRTH_DATE_IN_FUTURE(422, "The personal number encodes a birth date in the future"),
    CASE_NOT_FOUND(404, "There is no such case for this caller"),
    TOO_MANY_REQUESTS(429, "Too many requests; try again later"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "The service cannot answer now; try again later");

    private final int status;
    private final String message;

    CommonError(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
