package bg.telenor.portability.desk;

/** Whose turn it is. */
public enum WaitsFor {
    /** The register has to confirm the identity of the case. */
    IDENTITY,
    DONOR,
    RECIPIENT,
    /** The number's holder can say no. */
    HOLDER,
    /** The window has to begin. */
    WINDOW,
    US,
    /** It is over. */
    NOBODY
}
