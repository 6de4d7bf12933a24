package bg.telenor.consent.consents;

import bg.telenor.consent.domain.Consent;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.Msisdn;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** What is sealed of a consent: the proof that art. 7(1) wants, and the withdrawal's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentContent(
        Purpose purpose,
        Msisdn number,
        Consent.Channel channel,
        String textVersion,
        Sha256 textDigest,
        Instant givenAt,
        Consent.Channel withdrawnThrough,
        Instant withdrawnAt) {

    static ConsentContent of(Consent.Agreement agreement, Sha256 text, Msisdn number) {
        return new ConsentContent(
                agreement.purpose(),
                number,
                agreement.channel(),
                agreement.text().value(),
                text,
                agreement.givenAt(),
                null,
                null);
    }

    ConsentContent withdrawn(Consent.Withdrawn consent) {
        return new ConsentContent(
                purpose,
                number,
                channel,
                textVersion,
                textDigest,
                givenAt,
                consent.channel(),
                consent.at());
    }
}
