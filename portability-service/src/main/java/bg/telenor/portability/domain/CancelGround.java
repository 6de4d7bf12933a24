package bg.telenor.portability.domain;

/** Why a recipient takes its request back. */
public enum CancelGround {
    CUSTOMER_WISH,
    EXPIRED
}
