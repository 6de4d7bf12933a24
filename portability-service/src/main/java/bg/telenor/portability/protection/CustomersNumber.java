package bg.telenor.portability.protection;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number of a customer before a clerk, whose identity is confirmed for the case. */
@Schema(
        examples =
                """
                {"number":"+359899001234","caseId":"0d5f5b54-95a3-4ac1-8a0f-6f6f4f0f3c11",
                 "identifier":{"type":"EGN","value":"3021011000"}}\
                """)
public record CustomersNumber(
        @NotNull Msisdn number, @NotNull UUID caseId, @NotNull PersonalNumber identifier) {}
