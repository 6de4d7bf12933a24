package bg.telenor.consent.consents;

import bg.telenor.consent.domain.Consent;
import bg.telenor.consent.domain.Consent.Channel;
import bg.telenor.events.consent.ConsentEvent.Status;
import bg.telenor.kit.processing.Purpose;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consent as its person and its channel see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = ConsentView.EXAMPLE)
record ConsentView(
        UUID id,
        Purpose purpose,
        Status status,
        Channel channel,
        String textVersion,
        Instant givenAt,
        Instant withdrawnAt) {

    static final String EXAMPLE =
            """
            {
              "id": "9b0c3f2e-5a8e-4a5e-8f43-0a6d3a3a7c01",
              "purpose": "DIRECT_MARKETING",
              "status": "GIVEN",
              "channel": "SHOP",
              "textVersion": "2026-01",
              "givenAt": "2026-03-02T12:00:00Z"
            }\
            """;

    static ConsentView of(Consent consent) {
        var agreement = consent.agreement();
        return switch (consent) {
            case Consent.Given given -> of(agreement, Status.GIVEN, null);
            case Consent.Withdrawn withdrawn -> of(agreement, Status.WITHDRAWN, withdrawn.at());
        };
    }

    private static ConsentView of(Consent.Agreement agreement, Status status, Instant withdrawnAt) {
        return new ConsentView(
                agreement.id(),
                agreement.purpose(),
                status,
                agreement.channel(),
                agreement.text().value(),
                agreement.givenAt(),
                withdrawnAt);
    }
}
