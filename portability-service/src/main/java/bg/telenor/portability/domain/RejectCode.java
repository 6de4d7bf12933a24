package bg.telenor.portability.domain;

/** Why a donor does not let a number go. */
public enum RejectCode {
    NUMBER_UNKNOWN,
    NUMBER_INACTIVE,
    ALREADY_PORTING,
    ID_MISMATCH,
    DOC_MISMATCH,
    NOT_HOLDER,
    DEBT,
    INCOMPLETE,
    NOT_DONOR
}
