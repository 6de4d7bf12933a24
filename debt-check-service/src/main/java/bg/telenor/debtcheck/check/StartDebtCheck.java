package bg.telenor.debtcheck.check;

import bg.telenor.debtcheck.domain.DeviceCategory;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /v1/debt-checks}.
 *
 * @param identifier whose type is declared, never guessed
 * @param operators whom to ask; all, when left out
 */
@Schema(
        examples =
                """
                {"caseId":"0d5f5b54-95a3-4ac1-8a0f-6f6f4f0f3c11",
                 "identifier":{"type":"EGN","value":"3021011000"},
                 "device":{"category":"SMARTPHONE"},"operators":["A1","VIVACOM"]}\
                """)
record StartDebtCheck(
        @NotNull UUID caseId,
        @NotNull PersonalNumber identifier,
        @NotNull @Valid Device device,
        @Size(min = 1, max = 10) Set<@NotNull OperatorCode> operators) {

    record Device(@NotNull DeviceCategory category) {}

    DebtChecks.Wish wish() {
        return new DebtChecks.Wish(
                caseId, identifier, device.category(), Optional.ofNullable(operators));
    }
}
