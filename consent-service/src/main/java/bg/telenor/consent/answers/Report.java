package bg.telenor.consent.answers;

import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.events.rights.RightsAnswerEvent.Finding;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered.Outcome;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a request for rectification, restriction or the end of a restriction.
 *
 * @param recipients to whom data of the person was given, who are to be informed (GDPR art. 19)
 * @param missing services whose answer is not in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RightsReport", examples = Report.EXAMPLE)
public record Report(
        UUID requestId,
        RightsRequest.Type type,
        RightsRequest.Ground ground,
        Instant requestedAt,
        Instant answeredAt,
        List<ServiceLine> services,
        List<Recipient> recipients,
        List<String> missing) {

    static final String EXAMPLE =
            """
            {
              "requestId": "c0a4e3b8-7f5c-4a4c-8b39-3f9f2a7c9d10",
              "type": "RECTIFICATION",
              "requestedAt": "2026-03-02T12:00:00Z",
              "answeredAt": "2026-03-02T12:00:05Z",
              "services": [
                {
                  "service": "identity-service",
                  "outcome": "NOT_OURS_TO_CORRECT",
                  "findings": [
                    {"record": "IDENTITY_REFERENCE", "source": "REGIX_BDS", "records": 1}
                  ]
                }
              ],
              "recipients": [
                {
                  "recipient": "A1",
                  "record": "DEBT_CHECK",
                  "purpose": "DEVICE_RISK_ASSESSMENT",
                  "disclosedAt": "2026-02-02T12:00:00Z"
                }
              ],
              "missing": []
            }\
            """;

    /**
     * What one service said.
     *
     * @param records how many records are restricted, or are again not
     * @param outcome whose it is to correct what is called wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RightsReportService")
    public record ServiceLine(
            String service, Integer records, Outcome outcome, List<Finding> findings) {}

    /** To whom a record's content was given. */
    @Schema(name = "RightsReportRecipient")
    public record Recipient(
            String recipient, RecordType record, Purpose purpose, Instant disclosedAt) {}
}
