package bg.telenor.kit.processing;

/** Why personal data is taken in. Each has an entry in {@code processing-catalogue.yaml}. */
public enum Purpose {
    CONTRACT_CONCLUSION,
    PREPAID_REGISTRATION,
    DEVICE_RISK_ASSESSMENT,
    DEBT_INQUIRY_ANSWER,
    OBLIGATION_RECORDS,
    NUMBER_PORTABILITY,
    PAY_WITH_TELENOR,
    CONTRACT_ADMINISTRATION,
    CONSENT_RECORDS,
    DATA_SUBJECT_RIGHTS,
    DIRECT_MARKETING
}
