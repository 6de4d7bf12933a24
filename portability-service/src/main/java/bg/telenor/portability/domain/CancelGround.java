package bg.telenor.portability.domain;

/** Why a recipient takes its request back, or a donor its acceptance. */
public enum CancelGround {
    CUSTOMER_WISH,
    EXPIRED,
    /** The holder has not asked for it. */
    FRAUD,
    /** The numbers are not the donor's any more. */
    NUMBER_GONE
}
