package bg.telenor.consent.consents;

import bg.telenor.consent.domain.Consent.Channel;
import bg.telenor.consent.domain.TextVersion;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /v1/consents}.
 *
 * @param identifier whose consent it is; absent with a person's own token
 * @param number limits the consent to one number that the person has
 */
@Schema(examples = GiveConsent.EXAMPLE)
record GiveConsent(
        @NotNull Purpose purpose,
        @NotNull Channel channel,
        @NotNull @Pattern(regexp = TextVersion.FORM) String textVersion,
        PersonalNumber identifier,
        Msisdn number) {

    static final String EXAMPLE =
            """
            {
              "purpose": "DIRECT_MARKETING",
              "channel": "SHOP",
              "textVersion": "2026-01",
              "identifier": {"type": "EGN", "value": "3021011000"},
              "number": "+359888000101"
            }\
            """;

    Consents.Wish wish() {
        return new Consents.Wish(purpose, channel, new TextVersion(textVersion), number);
    }
}
