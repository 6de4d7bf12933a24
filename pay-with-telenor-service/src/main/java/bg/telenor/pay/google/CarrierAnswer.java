package bg.telenor.pay.google;

import bg.telenor.pay.domain.DeclineReason;
import bg.telenor.pay.domain.Purchase;
import bg.telenor.pay.domain.SpendingLimits;
import bg.telenor.pay.domain.StoreLink;
import bg.telenor.pay.google.CarrierMessage.Amount;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What we answer Google. No answer holds personal data: none but codes, limits and our own ids. */
sealed interface CarrierAnswer {

    ResponseHeader responseHeader();

    record ResponseHeader(ResponseTimestamp responseTimestamp) {

        static ResponseHeader at(Instant moment) {
            return new ResponseHeader(new ResponseTimestamp(Long.toString(moment.toEpochMilli())));
        }
    }

    /** A 64-bit integer, which JSON of Google's making writes as text. */
    record ResponseTimestamp(String epochMillis) {}

    record Echoed(ResponseHeader responseHeader, String clientMessage, String serverMessage)
            implements CarrierAnswer {}

    /**
     * @param result one entry: what came of it, and its details
     */
    record Result(ResponseHeader responseHeader, Map<String, Object> result)
            implements CarrierAnswer {}

    /**
     * @param paymentIntegratorErrorIdentifier what to quote when asking us about it
     */
    record ErrorResponse(
            ResponseHeader responseHeader,
            CarrierFault.Code errorResponseCode,
            String errorDescription,
            UUID paymentIntegratorErrorIdentifier)
            implements CarrierAnswer {}

    static Result success(Instant at) {
        return result("success", Map.of(), at);
    }

    /** The account's name at Google is the same for all: a number would tell who it is. */
    static Result linked(StoreLink link, SpendingLimits limits, Instant at) {
        return result(
                "success",
                Map.of(
                        "accountIdentifier",
                        Map.of("accountId", link.offer().id()),
                        "accountDetails",
                        Map.of("accountNickname", "Telenor"),
                        "transactionLimits",
                        Map.of(
                                "transactionMaxLimit", limit(Amount.of(limits.perPurchase())),
                                "dailyMaxLimit", limit(Amount.of(limits.perDay())),
                                "monthlyMaxLimit", limit(Amount.of(limits.perMonth())))),
                at);
    }

    static Result decided(Purchase purchase, Instant at) {
        return switch (purchase) {
            case Purchase.Captured captured -> success(at);
            case Purchase.PartlyRefunded refunded -> success(at);
            case Purchase.Refunded refunded -> success(at);
            case Purchase.Declined declined -> result(name(declined.reason()), Map.of(), at);
        };
    }

    private static String name(DeclineReason reason) {
        return switch (reason) {
            case EXCEEDS_TRANSACTION_LIMIT -> "chargeExceedsTransactionLimit";
            case EXCEEDS_DAILY_LIMIT -> "chargeExceedsDailyLimit";
            case EXCEEDS_MONTHLY_LIMIT -> "chargeExceedsMonthlyLimit";
            case CURRENCY_NOT_SUPPORTED -> "accountDoesNotSupportCurrency";
            case ACCOUNT_CLOSED -> "accountClosed";
        };
    }

    private static Result result(String what, Map<String, Object> details, Instant at) {
        return new Result(ResponseHeader.at(at), Map.of(what, details));
    }

    private static Map<String, Object> limit(Amount amount) {
        return Map.of(
                "limitAmount",
                Map.of(
                        "amountMicros", Long.toString(amount.amountMicros()),
                        "currencyCode", amount.currencyCode()));
    }
}
