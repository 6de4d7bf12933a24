package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.Source;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Set;

@ConfigMapping(prefix = "suite.notices")
interface NoticeConfig {

    /** At the latest within a month (GDPR art. 14(3)(a)). */
    @WithDefault("P1M")
    Period term();

    /** How long further data of the same person is waited for, to be told of in one notice. */
    @WithDefault("P7D")
    Duration gather();

    /** When to look again for a number on which the person can be reached. */
    @WithDefault("PT1H")
    Duration addressRetry();

    /** How long a person who was asked about at a counter is looked for, to be told. */
    @WithDefault("P30D")
    Duration checkedFor();

    /** Of a person whose wish is not known. */
    @WithDefault("BG")
    Language language();

    /** Sources of which no notice is owed, by the ground for it. */
    Map<Source, Exemption> exemptions();

    /** What the person set going themselves, and is answered by it. */
    @WithDefault("CONSENT_RECORDS,DATA_SUBJECT_RIGHTS")
    Set<Purpose> answersToPerson();
}
