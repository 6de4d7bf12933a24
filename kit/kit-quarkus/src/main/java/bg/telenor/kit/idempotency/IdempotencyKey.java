package bg.telenor.kit.idempotency;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.web.FreeReferences;

/**
 * The value of header {@code Idempotency-Key}: 8 to 128 visible ASCII characters, chosen by the
 * caller, without a personal identifier or phone number in it.
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /**
     * @throws ProblemException INVALID_REQUEST or IDENTIFIER_IN_REFERENCE
     */
    public IdempotencyKey {
        if (value == null || !value.matches("[!-~]{8,128}")) {
            throw new ProblemException(
                    CommonError.INVALID_REQUEST,
                    HEADER + " must be 8 to 128 visible ASCII characters");
        }
        if (FreeReferences.holdsIdentifier(value)) {
            throw new ProblemException(CommonError.IDENTIFIER_IN_REFERENCE, HEADER);
        }
    }

    /** Read by JAX-RS. */
    public static IdempotencyKey fromString(String value) {
        return new IdempotencyKey(value);
    }
}
