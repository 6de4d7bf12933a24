package bg.telenor.kit.processing;

/** Where personal data comes from, as the privacy statement names it (GDPR art. 14(2)(f)). */
public enum Source {
    DATA_SUBJECT,
    REGIX_BDS,
    REGIX_ERCH,
    OTHER_OPERATOR,
    DONOR_OPERATOR,
    RECIPIENT_OPERATOR,
    GOOGLE_PLAY,
    BILLING,
    DERIVED;

    /** Whether what comes from there is a state register's to correct, and not ours. */
    public boolean isRegister() {
        return switch (this) {
            case REGIX_BDS, REGIX_ERCH -> true;
            case DATA_SUBJECT,
                    OTHER_OPERATOR,
                    DONOR_OPERATOR,
                    RECIPIENT_OPERATOR,
                    GOOGLE_PLAY,
                    BILLING,
                    DERIVED ->
                    false;
        };
    }
}
