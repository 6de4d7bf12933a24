package bg.telenor.identity.regix;

import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.PersonalNumber;
import java.util.UUID;

/**
 * What the register is asked, and by whom: it keeps a log of both.
 *
 * @param employee the one at the counter; the register answers to nobody unnamed
 * @param photo whether the picture is taken from the answer
 */
public record RegisterQuestion(
        PersonalNumber number,
        DocumentNumber document,
        DocumentKind kind,
        Purpose purpose,
        UUID caseId,
        String employee,
        boolean photo) {

    public RegisterQuestion(
            PersonalNumber number,
            DocumentNumber document,
            DocumentKind kind,
            Purpose purpose,
            UUID caseId,
            String employee) {
        this(number, document, kind, purpose, caseId, employee, false);
    }

    public RegisterQuestion {
        if (employee == null || employee.isBlank()) {
            throw new IllegalArgumentException("the register is not asked without an employee");
        }
    }

    /** The register that knows such documents. */
    public Operation.Register register() {
        return switch (kind) {
            case IDENTITY_CARD -> Operation.Register.BDS;
            case RESIDENCE_PERMIT, TRAVEL_DOCUMENT -> Operation.Register.ERCH;
        };
    }
}
