package bg.telenor.portability.portin;

import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import bg.telenor.portability.domain.ContractType;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.PortingContent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** What a customer wants at the counter. */
@Schema(
        examples =
                """
                {"caseId":"0d5f5b54-95a3-4ac1-8a0f-6f6f4f0f3c11",
                 "identifier":{"type":"EGN","value":"3021011000"},
                 "documentNumber":"100003755","numbers":["+359888001234"],
                 "donor":"A1","contract":"POSTPAID"}\
                """)
record StartPorting(
        @NotNull UUID caseId,
        @NotNull PersonalNumber identifier,
        @NotNull DocumentNumber documentNumber,
        @NotNull @Size(min = 1, max = PortMessage.MAX_NUMBERS) @UniqueElements
                List<@NotNull Msisdn> numbers,
        @NotNull OperatorCode donor,
        @NotNull ContractType contract) {

    PortingContent content() {
        return new PortingContent(identifier, documentNumber, numbers);
    }
}
