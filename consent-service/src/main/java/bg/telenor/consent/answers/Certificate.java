package bg.telenor.consent.answers;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an erasure request came to: what went, and what the law still holds back, on which ground
 * and until when (GDPR art. 17(3)).
 *
 * @param missing services that have not said; none when the request is complete
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Certificate(
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
    record ServiceLine(
            String service, int erased, List<KindLine> erasedByKind, List<RetainedLine> retained) {}

    record KindLine(RecordType record, int count) {}

    /**
     * @param until the day on which the last of them goes
     */
    record RetainedLine(
            RecordType record, Purpose purpose, int count, String ground, LocalDate until) {}

    /**
     * A certificate as it is handed out.
     *
     * @param signature a compact JWS of the certificate, by this service's key
     */
    record Signed(Certificate certificate, String signature) {}
}
