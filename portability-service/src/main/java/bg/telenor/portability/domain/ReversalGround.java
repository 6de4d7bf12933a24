package bg.telenor.portability.domain;

/** Why numbers that have moved go back. */
public enum ReversalGround {
    /** The recipient could not begin to serve them. */
    ACTIVATION_FAILED,
    CUSTOMER_WISH,
    /** The holder had not asked for it. */
    FRAUD,
    MISTAKE
}
