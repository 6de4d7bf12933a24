package bg.telenor.pay;

import bg.telenor.kit.problem.ErrorCode;

/** What can go wrong in pay-with-telenor-service beyond what every service knows. */
public enum PayError implements ErrorCode {
    STORE_LINK_NOT_FOUND(404, "There is no such store link for this caller"),
    NUMBER_NOT_HELD(422, "Nobody holds the number as subscriber or user at present"),
    CURSOR_NOT_VALID(400, "The cursor is not one that this search gave");

    private final int status;
    private final String message;

    PayError(int status, String message) {
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
