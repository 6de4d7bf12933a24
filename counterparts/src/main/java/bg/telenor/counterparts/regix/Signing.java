package bg.telenor.counterparts.regix;

/** How the register signs an answer that has data; the signature is of XAdES where not said. */
public enum Signing {
    /** Rightly, inside the register's own wrapper. */
    GOOD,
    /** Over another digest than the data's. */
    WRONG,
    /** Rightly, by somebody whose certificate is of another authority. */
    ANOTHER,
    /** Rightly, with RSA and SHA-1. */
    SHA1,
    MISSING,
    /** Twice rightly, inside one wrapper; the second is a plain XML signature. */
    TWO,
    /** As two, but beside each other and without the wrapper. */
    SIBLINGS,
    /** Rightly, but what was signed is moved aside and something else is in its place. */
    WRAPPED
}
