package bg.telenor.debtcheck.inquiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;

/** How much other operators may ask: enough to sell devices, too little to fish for debtors. */
@ConfigMapping(prefix = "suite.debt-inquiries")
interface InquiryConfig {

    /** One operator's inquiries in one day. */
    @WithDefault("5000")
    @Positive
    int perDay();

    /** One operator's inquiries about one person within {@link #personWindow}. */
    @WithDefault("5")
    @Positive
    int perPerson();

    /** Not longer than inquiries are kept. */
    @WithDefault("P1D")
    Duration personWindow();

    /** When a day begins. */
    @WithDefault("Europe/Sofia")
    ZoneId zone();
}
