package bg.telenor.counterparts.regix;

/** How the register brings an answer that comes later, to the address that it was given. */
public enum Callbacks {
    /** It does not: whoever asked has to look. */
    NONE,
    /** When it is ready, and again a few times while it is not taken. */
    ONCE,
    TWICE,
    /** When it has been looked for and acknowledged already. */
    LATE,
    /** Also before it has said that it took the question. */
    EARLY,
    /** Under a number that it never gave. */
    UNKNOWN_CALL,
    /** Under the number of another call that is not answered. */
    ANOTHERS_CALL,
    /** By somebody whom another authority has certified. */
    STRANGER,
    /** As bytes that mean nothing. */
    GARBAGE,
    /** Broken off in the middle. */
    HALF
}
