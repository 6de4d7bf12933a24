package bg.telenor.pay.google;

/** A request of Google that is answered with an {@code ErrorResponse} and had no effect. */
final class CarrierFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Google's error response codes, with the HTTP status that goes with each. */
    enum Code {
        INVALID_API_VERSION(400),
        INVALID_PAYLOAD_SIGNATURE(401),
        INVALID_PAYLOAD_ENCRYPTION(400),
        REQUEST_TIMESTAMP_OUT_OF_RANGE(400),
        INVALID_IDENTIFIER(404),
        IDEMPOTENCY_VIOLATION(412),
        INVALID_FIELD_VALUE(400),
        MISSING_REQUIRED_FIELD(400),
        PRECONDITION_VIOLATION(400),
        INVALID_DECRYPTED_REQUEST(400),
        FORBIDDEN(403);

        final int status;

        Code(int status) {
            this.status = status;
        }
    }

    private final Code code;

    /**
     * @param description names the field that is wrong; never a value
     */
    CarrierFault(Code code, String description) {
        super(description);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
