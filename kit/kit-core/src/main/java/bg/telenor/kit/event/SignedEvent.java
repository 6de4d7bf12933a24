package bg.telenor.kit.event;

/**
 * An event that lets things happen, so that its reader wants proof of its writer: a detached JWS
 * (RFC 7515 appendix F) over the data without the signature.
 */
public interface SignedEvent<E extends SignedEvent<E>> extends PublishedEvent {

    /** The signature, or null before {@link #signed}. */
    Jws signature();

    /** The same event with its signature. */
    E signed(Jws signature);
}
