package bg.telenor.consent;

import bg.telenor.kit.problem.ErrorCode;

/** What consent-service refuses, besides what every service does. */
public enum ConsentError implements ErrorCode {
    PERSON_REQUIRED(400, "The request must say whom it is about"),
    PERSON_NOT_ALLOWED(400, "A person's own token already says whom it is about"),
    BIRTH_DATE_IN_FUTURE(422, "The birth date in the personal number is still to come"),
    CONSENT_NOT_FOUND(404, "There is no such consent for this caller"),
    CONSENT_ALREADY_GIVEN(409, "The consent is already given; withdraw it to give it anew"),
    TEXT_VERSION_UNKNOWN(422, "There is no text of this version for the purpose"),
    NUMBER_NOT_HELD(422, "The number is not held by the person now"),
    SUBSCRIPTION_CONFLICT(409, "The subscription is known with other facts"),
    NUMBER_ALREADY_HELD(409, "The number has another subscriber in that time"),
    NOTICE_NOT_FOUND(404, "There is no such notice"),
    GROUND_NOT_ALLOWED(422, "A restriction has a ground, and no other request has one"),
    PERSON_ASKS_ALONE(422, "Only the person can ask for this"),
    NOT_RESTRICTED(409, "The processing of the person's data is not restricted"),
    RIGHTS_REQUEST_NOT_FOUND(404, "There is no such request for this caller"),
    RIGHTS_REQUEST_ALREADY_OPEN(409, "A request of the person is still open"),
    RIGHTS_REQUEST_OPEN(409, "The request is still open"),
    ARCHIVE_NOT_FOUND(404, "There is no archive of this request, or no longer"),
    REPORT_NOT_FOUND(404, "There is no report of this request, or no longer"),
    CERTIFICATE_NOT_FOUND(404, "There is no certificate of this request, or no longer");

    private final int status;
    private final String message;

    ConsentError(int status, String message) {
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
