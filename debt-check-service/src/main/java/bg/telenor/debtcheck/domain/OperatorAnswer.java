package bg.telenor.debtcheck.domain;

/** What an operator's reply to an inquiry comes down to. */
public enum OperatorAnswer {
    CLEAR,
    FOUND,
    /** None in time, or none that can be trusted. */
    NO_ANSWER
}
