package bg.telenor.pay.google;

import bg.telenor.kit.value.Money;
import bg.telenor.kit.web.FreeReferences;
import bg.telenor.pay.google.CarrierFault.Code;
import java.time.Instant;
import java.util.Currency;

/**
 * What Google may ask, as its carriers-v1 describes it. Each message checks itself; what it holds
 * beyond these fields (taxes, risk signals) is not read, since nothing here needs it.
 */
sealed interface CarrierMessage {

    RequestHeader requestHeader();

    record Echo(RequestHeader requestHeader, String clientMessage) implements CarrierMessage {

        public Echo {
            require(requestHeader, "requestHeader");
            requireText(clientMessage, "clientMessage", ".{0,1000}");
        }
    }

    record AssociateAccount(
            RequestHeader requestHeader,
            String authenticationRequestId,
            String associationId,
            GooglePaymentToken googlePaymentToken)
            implements CarrierMessage {

        public AssociateAccount {
            require(requestHeader, "requestHeader");
            requireText(authenticationRequestId, "authenticationRequestId", ".{1,100}");
            requireId(associationId, "associationId", "[!-~]{1,200}");
            require(googlePaymentToken, "googlePaymentToken");
        }
    }

    record Capture(
            RequestHeader requestHeader,
            GooglePaymentToken googlePaymentToken,
            String transactionDescription,
            Amount amount)
            implements CarrierMessage {

        public Capture {
            require(requestHeader, "requestHeader");
            require(googlePaymentToken, "googlePaymentToken");
            requireText(transactionDescription, "transactionDescription", ".{0,1000}");
            require(amount, "amount");
        }
    }

    /**
     * @param transactionId the capture's request id
     */
    record Refund(RequestHeader requestHeader, String transactionId, Amount refundAmount)
            implements CarrierMessage {

        public Refund {
            require(requestHeader, "requestHeader");
            requireText(transactionId, "transactionId", REQUEST_ID);
            require(refundAmount, "refundAmount");
        }
    }

    record RequestHeader(
            ProtocolVersion protocolVersion,
            String requestId,
            Timestamp requestTimestamp,
            String paymentIntegratorAccountId) {

        public RequestHeader {
            require(protocolVersion, "protocolVersion");
            requireId(requestId, "requestId", REQUEST_ID);
            require(requestTimestamp, "requestTimestamp");
            requireText(paymentIntegratorAccountId, "paymentIntegratorAccountId", ".{1,100}");
        }
    }

    record ProtocolVersion(Integer major) {

        public ProtocolVersion {
            require(major, "protocolVersion.major");
            if (major != 1) {
                throw new CarrierFault(Code.INVALID_API_VERSION, "version 1 is spoken here");
            }
        }
    }

    record Timestamp(Long epochMillis) {

        public Timestamp {
            require(epochMillis, "requestTimestamp.epochMillis");
        }

        Instant toInstant() {
            return Instant.ofEpochMilli(epochMillis);
        }
    }

    record GooglePaymentToken(IssuerId issuerId, String token) {

        public GooglePaymentToken {
            require(issuerId, "googlePaymentToken.issuerId");
            requireText(token, "googlePaymentToken.token", "[!-~]{1,2000}");
        }

        /** One text for both; an issuer holds no slash. */
        String account() {
            return issuerId.value() + "/" + token;
        }

        @Override
        public String toString() {
            return "GooglePaymentToken(masked)";
        }
    }

    record IssuerId(String value) {

        public IssuerId {
            requireText(value, "googlePaymentToken.issuerId.value", "[A-Za-z0-9_.:-]{1,100}");
        }
    }

    /** Millionths of a currency's unit. */
    record Amount(Long amountMicros, String currencyCode) {

        private static final int MICRO_DIGITS = 6;

        public Amount {
            require(amountMicros, "amountMicros");
            requireText(currencyCode, "currencyCode", "[A-Z]{3}");
        }

        /** In minor units; what is no whole number of them is nobody's price. */
        Money toMoney() {
            long micros = amountMicros;
            long unit = microsPerMinorUnit(currencyCode);
            if (micros <= 0 || micros % unit != 0) {
                throw invalid("amountMicros");
            }
            return new Money(micros / unit, currencyCode);
        }

        static Amount of(Money money) {
            return new Amount(
                    Math.multiplyExact(money.minor(), microsPerMinorUnit(money.currency())),
                    money.currency());
        }

        private static long microsPerMinorUnit(String currencyCode) {
            try {
                int digits = Currency.getInstance(currencyCode).getDefaultFractionDigits();
                if (digits < 0) {
                    throw invalid("currencyCode");
                }
                long unit = 1;
                for (int i = digits; i < MICRO_DIGITS; i++) {
                    unit *= 10;
                }
                return unit;
            } catch (IllegalArgumentException e) {
                throw invalid("currencyCode");
            }
        }
    }

    /** Google's own form for ids of requests. */
    String REQUEST_ID = "[a-zA-Z0-9:_-]{1,100}";

    private static void require(Object value, String field) {
        if (value == null) {
            throw new CarrierFault(Code.MISSING_REQUIRED_FIELD, field);
        }
    }

    private static void requireText(String value, String field, String form) {
        require(value, field);
        if (!value.matches("(?s)" + form)) {
            throw invalid(field);
        }
    }

    /** An id is kept in clear, so it is no place for a person's number. */
    private static void requireId(String value, String field, String form) {
        requireText(value, field, form);
        if (FreeReferences.holdsIdentifier(value)) {
            throw invalid(field);
        }
    }

    private static CarrierFault invalid(String field) {
        return new CarrierFault(Code.INVALID_FIELD_VALUE, field);
    }
}
