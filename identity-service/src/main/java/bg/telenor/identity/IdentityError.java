package bg.telenor.identity;

import bg.telenor.kit.problem.ErrorCode;

/** How a request to identity-service ends badly, beyond what every service knows. */
public enum IdentityError implements ErrorCode {
    REFERENCE_NOT_FOUND(404, "There is no such reference"),
    BIRTH_DATE_IN_FUTURE(422, "The birth date lies in the future"),
    ROLE_NOT_ALLOWED(422, "The purpose is not served for this person in this role"),
    GUARDIAN_REQUIRED(422, "The person is a minor, and no guardian is confirmed on the case"),
    NUMBER_LIMIT_REACHED(422, "The person has as many numbers as one may have"),
    OPERATION_NOT_GRANTED(422, "The register is not asked about a document of this kind"),
    EMPLOYEE_MISSING(422, "The register is asked only by a named employee; the token names none"),
    SHOP_MISSING(422, "At a counter the token says in which shop; this one does not"),
    CLERK_QUOTA_REACHED(429, "The clerk has asked about as many persons as one does; later again"),
    PHOTO_NOT_ALLOWED(422, "A photo is for the counter alone, for some purposes and for the user"),
    PHOTO_NOT_FOUND(404, "There is no photo of this reference, or it is gone"),
    PHOTO_VIEWS_USED_UP(409, "The photo has been looked at as often as it may be"),
    CALLBACK_NOT_REGISTERED(422, "No address is registered where the client can be called back"),
    KNOW_YOUR_CUSTOMER_INVALID_PARAM_COMBINATION(400, "Nothing is claimed that could be matched"),
    MISSING_IDENTIFIER(422, "The phone number of the person is missing"),
    QUOTA_EXCEEDED(429, "The partner's matches of today are used up");

    private final int status;
    private final String message;

    IdentityError(int status, String message) {
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
