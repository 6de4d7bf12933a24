package bg.telenor.debtcheck.domain;

/** What a debt check ends with. It changes the offer for the device, never the contract. */
public enum Outcome {
    CLEAR,
    DEBT_FOUND,
    /** No debt is known, and not every operator answered. */
    INCOMPLETE
}
