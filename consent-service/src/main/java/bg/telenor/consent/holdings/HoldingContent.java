package bg.telenor.consent.holdings;

import bg.telenor.consent.domain.Holding.Capacity;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** What is sealed of a holding. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldingContent(
        Msisdn number, PersonalNumber person, Capacity capacity, Instant from, Instant until) {}
