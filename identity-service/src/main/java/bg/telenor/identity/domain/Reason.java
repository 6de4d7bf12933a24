package bg.telenor.identity.domain;

/** Why a reference was refused. */
public enum Reason {
    /** The register has no such person with such a document. */
    NOT_FOUND,
    /** What the person claims is not what the register has. */
    MISMATCH,
    DOCUMENT_NOT_VALID,
    PERSON_DECEASED,
    /** The person is a minor, and no guardian is confirmed on the case. */
    GUARDIAN_REQUIRED,
    /** The register does not answer this inquiry. */
    REGISTER_REFUSED,
    /** It is not known how the inquiries ended, and no more are made. */
    NO_ANSWER,
    /** The register could not be reached in time. */
    EXPIRED;

    /** Whether nothing is kept of the person: there is no ground to, or there never was. */
    public boolean leavesNothing() {
        return switch (this) {
            case PERSON_DECEASED, GUARDIAN_REQUIRED -> true;
            case NOT_FOUND, MISMATCH, DOCUMENT_NOT_VALID, REGISTER_REFUSED, NO_ANSWER, EXPIRED ->
                    false;
        };
    }
}
