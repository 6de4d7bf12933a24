package bg.telenor.portability.domain;

/** What the numbers of a range are for, as the numbering plan gives them out. */
public enum NumberKind {
    MOBILE,
    GEOGRAPHIC,
    NON_GEOGRAPHIC
}
