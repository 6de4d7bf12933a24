package bg.telenor.debtcheck.inquiry;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/partner/v1/debt-inquiries")
@RunOnVirtualThread
@Tag(name = "Debt inquiries", description = "Other operators asking us; every message is signed")
class InquiryResource {

    @Schema(
            examples =
                    """
                    {"inquiryId":"3b0e8a9c-6c9f-4a43-9d0e-2a8b7d1c5f20",
                     "identifier":{"type":"EGN","value":"3021011000"},
                     "ground":"DEVICE_WITH_CONTRACT","askedAt":"2026-03-02T12:00:00Z"}\
                    """)
    record DebtInquiry(
            @NotNull UUID inquiryId,
            @NotNull PersonalNumber identifier,
            @NotNull Inquiries.Ground ground,
            @NotNull Instant askedAt) {}

    @Schema(
            examples =
                    """
                    {"inquiryId":"3b0e8a9c-6c9f-4a43-9d0e-2a8b7d1c5f20",
                     "result":"CLEAR","answeredAt":"2026-03-02T12:00:01Z"}\
                    """)
    record DebtAnswer(UUID inquiryId, Inquiries.Result result, Instant answeredAt) {

        static DebtAnswer of(Inquiries.Answer answer) {
            return new DebtAnswer(answer.inquiryId(), answer.result(), answer.answeredAt());
        }
    }

    private final Inquiries inquiries;
    private final Operators operators;
    private final Caller caller;

    InquiryResource(Inquiries inquiries, Operators operators, Caller caller) {
        this.inquiries = inquiries;
        this.operators = operators;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed("debt-inquiries")
    @Operation(
            operationId = "answerDebtInquiry",
            summary = "Whether a person owes us",
            description =
                    "Due, undisputed obligations within limitation, yes or no. A person whom we do"
                            + " not know is answered like one who owes nothing.")
    @APIResponse(responseCode = "200", description = "Yes or no, signed")
    @APIResponse(responseCode = "403", description = "SIGNATURE_NOT_TRUSTED")
    @APIResponse(responseCode = "409", description = "INQUIRY_ID_REUSED")
    @APIResponse(responseCode = "422", description = "BIRTH_DATE_IN_FUTURE")
    @APIResponse(responseCode = "429", description = "INQUIRY_BUDGET_SPENT")
    public DebtAnswer answer(@Valid @NotNull DebtInquiry inquiry) {
        var question =
                new Inquiries.Question(inquiry.inquiryId(), inquiry.identifier(), inquiry.ground());
        return DebtAnswer.of(inquiries.answer(operators.caller(), caller.client(), question));
    }
}
