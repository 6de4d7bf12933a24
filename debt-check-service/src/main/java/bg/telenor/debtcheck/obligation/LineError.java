package bg.telenor.debtcheck.obligation;

/** Why a line was refused. Codes are API: add, never rename. */
enum LineError {
    LINE_TOO_LONG,
    NOT_JSON,
    UNKNOWN_FIELD,
    FIELD_MISSING,
    INVALID_FIELD,
    INVALID_IDENTIFIER,
    INVALID_AMOUNT,
    WRONG_CURRENCY,
    /** The obligation is on record as somebody else's. */
    PERSON_CHANGED
}
