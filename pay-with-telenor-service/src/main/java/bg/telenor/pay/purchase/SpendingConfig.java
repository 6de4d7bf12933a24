package bg.telenor.pay.purchase;

import bg.telenor.kit.value.Money;
import bg.telenor.pay.domain.SpendingLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.ZoneId;

/**
 * How much a number may spend in stores, in euro cents. The defaults stay within what an operator
 * may charge without a payment licence: 50 EUR a purchase and 300 EUR a month (Directive (EU)
 * 2015/2366, art. 3(l)).
 */
@ConfigMapping(prefix = "suite.spending")
public interface SpendingConfig {

    @Positive
    @WithDefault("5000")
    long perPurchase();

    @Positive
    @WithDefault("10000")
    long perDay();

    @Positive
    @WithDefault("30000")
    long perMonth();

    /** Whose calendar days and months. */
    @WithDefault("Europe/Sofia")
    ZoneId zone();

    default SpendingLimits limits() {
        return new SpendingLimits(
                Money.eur(perPurchase()), Money.eur(perDay()), Money.eur(perMonth()));
    }
}
