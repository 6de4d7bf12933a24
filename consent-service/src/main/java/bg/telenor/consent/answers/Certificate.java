package bg.telenor.consent.answers;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an erasure request came to: what went, and what the law still holds back, on which ground
 * and until when (GDPR art. 17(3)).
 *
 * @param missing services that have not said; none when the request is complete
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Certificate(
        UUID requestId,
        Instant requestedAt,
        Instant answeredAt,
        List<ServiceLine> services,
        List<String> missing) {

    /**
     * @param erased how many records went
     * @param erasedByKind the same by kind; absent where the inventory cannot tell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ServiceLine(
            String service, int erased, List<KindLine> erasedByKind, List<RetainedLine> retained) {}

    public record KindLine(RecordType record, int count) {}

    /**
     * @param until the day on which the last of them goes
     */
    public record RetainedLine(
            RecordType record, Purpose purpose, int count, String ground, LocalDate until) {}

    /**
     * A certificate as it is handed out.
     *
     * @param signature a compact JWS of the certificate, by this service's key
     */
    @Schema(
            name = "SignedCertificate",
            examples =
                    """
                    {"certificate":{"requestId":"c0a4e3b8-7f5c-4a4c-8b39-3f9f2a7c9d10",
                     "requestedAt":"2026-03-02T12:00:00Z","answeredAt":"2026-03-02T12:00:05Z",
                     "services":[{"service":"pay-with-telenor-service","erased":1,
                      "erasedByKind":[{"record":"STORE_LINK","count":1}],
                      "retained":[{"record":"PURCHASE","purpose":"PAY_WITH_TELENOR","count":2,
                       "ground":"GDPR art. 17(3)(b): accounting records of billed items",
                       "until":"2031-03-02"}]}],"missing":[]},
                     "signature":"eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl"}\
                    """)
    public record Signed(Certificate certificate, String signature) {}
}
