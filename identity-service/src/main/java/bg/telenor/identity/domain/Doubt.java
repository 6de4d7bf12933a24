package bg.telenor.identity.domain;

/** Why an answer is not taken for the register's. */
public enum Doubt {
    /** Nobody signed it. */
    NOT_SIGNED,
    /** What is signed is not exactly what would be read. */
    NOT_COVERED,
    /** Signed with an algorithm that is not allowed. */
    ALGORITHM,
    /** Signed by nobody who is trusted, or not now. */
    SIGNER,
    /** The signature does not fit what it is over. */
    BROKEN
}
