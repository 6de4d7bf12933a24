package bg.telenor.portability.portout;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.WorkingCalendar.Term;
import bg.telenor.portability.portin.TermsConfig.Written;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What we look at before a number leaves us. */
@ConfigMapping(prefix = "suite.portability.donor")
public interface DonorConfig {

    /** How long the holder, who is told of a request, can say no before it is accepted. */
    @WithDefault("PT4H")
    @WithConverter(Written.class)
    Term objectionTerm();

    /** The same for the requests of one operator, such as one that asks the holder itself. */
    Map<String, @WithConverter(Written.class) Term> objectionTerms();

    /** How long a number stays after it changed hands. */
    @WithDefault("PT72H")
    Duration afterHolderChange();

    /** Whether unpaid debt may be a ground; nothing but a decision at the desk names it. */
    @WithDefault("false")
    boolean refuseForDebt();

    default Term objectionTerm(OperatorCode recipient) {
        return objectionTerms().getOrDefault(recipient.value(), objectionTerm());
    }
}
