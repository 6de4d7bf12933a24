package bg.telenor.pay.domain;

/** Why a charge is declined: the store is told, and nothing is charged. */
public enum DeclineReason {
    EXCEEDS_TRANSACTION_LIMIT,
    EXCEEDS_DAILY_LIMIT,
    EXCEEDS_MONTHLY_LIMIT,
    CURRENCY_NOT_SUPPORTED,
    ACCOUNT_CLOSED
}
