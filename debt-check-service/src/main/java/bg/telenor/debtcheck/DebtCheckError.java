package bg.telenor.debtcheck;

import bg.telenor.kit.problem.ErrorCode;

/** The errors of this service alone. */
public enum DebtCheckError implements ErrorCode {
    DEBT_CHECK_NOT_FOUND(404, "There is no such debt check for this caller"),
    DEBT_CHECK_MOVE_NOT_ALLOWED(409, "The debt check does not allow this in its present state"),
    UNKNOWN_OPERATOR(422, "An operator is named that cannot be asked"),
    INQUIRY_ID_REUSED(409, "The inquiry id was used for another inquiry"),
    INQUIRY_BUDGET_SPENT(429, "No more inquiries are answered now; try again later");

    private final int status;
    private final String message;

    DebtCheckError(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
