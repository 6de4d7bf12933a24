package bg.telenor.debtcheck.obligation;

import bg.telenor.debtcheck.domain.Obligation;
import bg.telenor.kit.value.Money;
import bg.telenor.kit.value.PersonalNumber;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of an import, as billing writes it. */
@Schema(
        name = "ObligationLine",
        examples =
                """
                {"obligationId":"7c0a4a61-9f4c-4c58-8f5e-0f7b0d6c2a10","identifier":{"type":"EGN",\
                "value":"3021011000"},"state":"DUE","dueOn":"2026-01-31","amount":{"amountMinor":4990,\
                "currency":"EUR"}}\
                """)
record ObligationLine(
        UUID obligationId,
        PersonalNumber identifier,
        Obligation.State state,
        LocalDate dueOn,
        Money amount) {

    boolean isWhole() {
        return obligationId != null
                && identifier != null
                && state != null
                && dueOn != null
                && amount != null;
    }
}
