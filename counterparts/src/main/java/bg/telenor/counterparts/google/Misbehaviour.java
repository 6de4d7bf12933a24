package bg.telenor.counterparts.google;

/** How Google's next call goes wrong on its way out. */
public enum Misbehaviour {
    NONE,
    /** Signed by a key that only says it is Google's. */
    WRONG_SIGNATURE,
    /** Encrypted to a key that is not ours. */
    WRONG_KEY,
    /** Says a time five minutes ago. */
    STALE_TIMESTAMP,
    /** Sent twice at once; the answers must be the same. */
    DUPLICATE,
    /** Breaks off in the middle. */
    HALF_BODY
}
