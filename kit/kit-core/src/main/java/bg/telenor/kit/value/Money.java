package bg.telenor.kit.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in integer minor units of an ISO 4217 currency; never negative, since direction is told
 * by what is done with it.
 *
 * @param minor cents or stotinki, 0 to {@link Long#MAX_VALUE}
 */
public record Money(
        @JsonProperty("amountMinor") long minor, @JsonProperty("currency") String currency) {

    public static final String EUR = "EUR";

    /** The fixed conversion rate of Regulation (EU) 2025/1409: leva for one euro. */
    private static final BigDecimal LEVA_PER_EURO = new BigDecimal("1.95583");

    public Money {
        if (minor < 0) {
            throw new IllegalArgumentException("amount is negative");
        }
        if (currency == null || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code");
        }
        Currency.getInstance(currency);
    }

    public static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    /**
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException when the sum overflows
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /**
     * @throws IllegalArgumentException when the currencies differ or the result would be negative
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public boolean exceeds(Money limit) {
        return minor > sameCurrency(limit).minor;
    }

    /** An amount kept in leva before 2026, in euro, rounded half up to the cent. */
    public Money inEuro() {
        return switch (currency) {
            case EUR -> this;
            case "BGN" ->
                    eur(
                            BigDecimal.valueOf(minor)
                                    .divide(LEVA_PER_EURO, 0, RoundingMode.HALF_UP)
                                    .longValueExact());
            default ->
                    throw new IllegalArgumentException("only leva have a fixed rate to the euro");
        };
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts are in different currencies");
        }
        return other;
    }
}
