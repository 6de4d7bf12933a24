package bg.telenor.debtcheck.check;

import bg.telenor.debtcheck.domain.DebtCheck;
import bg.telenor.debtcheck.domain.DeviceCategory;
import bg.telenor.debtcheck.domain.OperatorAnswer;
import bg.telenor.debtcheck.domain.Outcome;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A debt check as its client sees it.
 *
 * @param until when a check that has not ended ends by itself
 * @param rules the version of the rules that decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "DebtCheck",
        examples =
                """
                {"id":"6f1d6c1e-52a4-4a38-9a55-5a3b4ce2f1aa",
                 "caseId":"0d5f5b54-95a3-4ac1-8a0f-6f6f4f0f3c11",
                 "status":"DECIDED","device":"SMARTPHONE","outcome":"CLEAR","rules":1,
                 "operators":[{"operator":"A1","answer":"CLEAR"},
                              {"operator":"VIVACOM","answer":"CLEAR"}],
                 "requestedAt":"2026-03-02T12:00:00Z","endedAt":"2026-03-02T12:00:01Z"}\
                """)
record DebtCheckView(
        UUID id,
        UUID caseId,
        DebtCheckStatus status,
        DeviceCategory device,
        Outcome outcome,
        Integer rules,
        List<OperatorView> operators,
        Instant requestedAt,
        Instant until,
        Instant endedAt) {

    /** An operator that is asked, and its answer once the check is decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OperatorView(OperatorCode operator, OperatorAnswer answer) {}

    /**
     * @param content opens what lies sealed of the check, which is put on record as a reading
     */
    static DebtCheckView of(DebtCheck check, Function<UUID, CheckContent> content) {
        return switch (check) {
            case DebtCheck.WaitingForIdentity c -> open(c, c.expiresAt());
            case DebtCheck.Asking c -> open(c, c.deadline());
            case DebtCheck.Decided c -> decided(c, content.apply(c.request().id()));
            case DebtCheck.Expired c -> ended(c, c.at());
            case DebtCheck.Cancelled c -> ended(c, c.at());
            case DebtCheck.SubjectMismatch c -> ended(c, c.at());
            case DebtCheck.IdentityRefused c -> ended(c, c.at());
        };
    }

    private static DebtCheckView open(DebtCheck check, Instant until) {
        return view(check, null, null, unanswered(check), until, null);
    }

    private static DebtCheckView ended(DebtCheck check, Instant at) {
        return view(check, null, null, unanswered(check), null, at);
    }

    private static DebtCheckView decided(DebtCheck.Decided check, CheckContent content) {
        var answers =
                content.answers().stream()
                        .map(said -> new OperatorView(said.operator(), said.answer()))
                        .toList();
        return view(check, check.outcome(), check.rules(), answers, null, check.decidedAt());
    }

    private static List<OperatorView> unanswered(DebtCheck check) {
        return check.request().operators().stream()
                .sorted(Comparator.comparing(OperatorCode::value))
                .map(operator -> new OperatorView(operator, null))
                .toList();
    }

    private static DebtCheckView view(
            DebtCheck check,
            Outcome outcome,
            Integer rules,
            List<OperatorView> operators,
            Instant until,
            Instant endedAt) {
        var request = check.request();
        return new DebtCheckView(
                request.id(),
                request.caseId(),
                DebtCheckStatus.of(check),
                request.device(),
                outcome,
                rules,
                operators,
                request.requestedAt(),
                until,
                endedAt);
    }
}
