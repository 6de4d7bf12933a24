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
    NOT_DONOR,
    /** Whose number it is has forbidden that it leaves. */
    PORT_LOCKED,
    /** It has changed hands too short a time ago. */
    HOLDER_CHANGED,
    /** Whose number it is was asked, and said no. */
    HOLDER_OBJECTS
}
