package bg.telenor.kit.idempotency;

/**
 * The value of header {@code Idempotency-Key}: 8 to 128 visible ASCII characters, chosen by the
 * caller, without a personal identifier or phone number in it.
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /** Read by JAX-RS. */
    public static IdempotencyKey fromString(String value) {
        return new IdempotencyKey(value);
    }
}
