package bg.telenor.portability;

import bg.telenor.kit.problem.ErrorCode;

/** How requests to this service end badly, besides the errors that every service knows. */
public enum PortabilityError implements ErrorCode {
    PORTING_NOT_FOUND(404, "There is no such porting"),
    PORTING_IN_PROGRESS(409, "One of the numbers is already on its way to us"),
    NUMBER_ALREADY_OURS(409, "One of the numbers is already served by us"),
    IDENTITY_NOT_CONFIRMED(409, "The identity of the case's person is not confirmed"),
    MOVE_NOT_ALLOWED(409, "The porting does not allow this any more"),
    UNKNOWN_DONOR(422, "The donor is not an operator that we exchange messages with"),
    SUBJECT_MISMATCH(422, "The identifier is not that of the case's confirmed person"),
    NUMBERING_PLAN_NOT_VALID(
            422, "The numbering plan has lines that cannot stand; nothing of it was taken in"),
    IDENTIFIER_NOT_FOUND(404, "The phone number is with another operator, or nobody's"),
    MISSING_IDENTIFIER(422, "The phone number is missing"),
    OUT_OF_RANGE(400, "The day is to come, or too long ago to know"),
    NUMBER_NOT_HELD(422, "The person does not subscribe to this number"),
    REJECT_CODE_NOT_ALLOWED(422, "This is no ground on which we refuse a porting"),
    SENDER_MISMATCH(403, "The message names another sender or receiver than the exchange does");

    private final int status;
    private final String message;

    PortabilityError(int status, String message) {
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
