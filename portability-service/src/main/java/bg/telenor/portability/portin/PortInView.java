package bg.telenor.portability.portin;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.ContractType;
import bg.telenor.portability.domain.PortIn;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.domain.Window;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A porting as its client sees it: without numbers and identifier, which the client has and which
 * every reading would have to put in evidence.
 */
@Schema(
        examples =
                """
                {"id":"7d444840-9dc0-41d1-b245-5ffdce74fad2","status":"SCHEDULED",
                 "caseId":"0d5f5b54-95a3-4ac1-8a0f-6f6f4f0f3c11","donor":"A1",
                 "contract":"POSTPAID","requestedAt":"2026-03-02T12:00:00Z",
                 "window":{"from":"2026-03-04T06:00:00Z","until":"2026-03-04T10:00:00Z"}}\
                """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record PortInView(
        UUID id,
        PortInStatus status,
        UUID caseId,
        OperatorCode donor,
        ContractType contract,
        Instant requestedAt,
        WindowView window,
        Set<RejectCode> rejectCodes,
        Instant completedAt) {

    /** From the one moment until before the other. */
    record WindowView(Instant from, Instant until) {

        static WindowView of(Window window) {
            return new WindowView(window.from(), window.until());
        }
    }

    static PortInView of(PortIn porting) {
        return switch (porting) {
            case PortIn.Scheduled p -> of(porting, WindowView.of(p.window()), null, null);
            case PortIn.Executing p -> of(porting, WindowView.of(p.window()), null, null);
            case PortIn.Completed p -> of(porting, null, null, p.completedAt());
            case PortIn.Reversing p -> of(porting, null, null, p.completedAt());
            case PortIn.Reversed p -> of(porting, null, null, null);
            case PortIn.Rejected p -> of(porting, null, EnumSet.copyOf(p.codes()), null);
            case PortIn.WaitingForIdentity p -> of(porting, null, null, null);
            case PortIn.Requested p -> of(porting, null, null, null);
            case PortIn.Acknowledged p -> of(porting, null, null, null);
            case PortIn.Accepted p -> of(porting, null, null, null);
            case PortIn.Cancelled p -> of(porting, null, null, null);
            case PortIn.Withdrawn p -> of(porting, null, null, null);
            case PortIn.Expired p -> of(porting, null, null, null);
            case PortIn.SubjectMismatch p -> of(porting, null, null, null);
            case PortIn.IdentityRefused p -> of(porting, null, null, null);
        };
    }

    private static PortInView of(
            PortIn porting, WindowView window, Set<RejectCode> codes, Instant completedAt) {
        var request = porting.request();
        return new PortInView(
                request.id(),
                PortInStatus.of(porting),
                request.caseId(),
                request.donor(),
                request.contract(),
                request.requestedAt(),
                window,
                codes,
                completedAt);
    }
}
