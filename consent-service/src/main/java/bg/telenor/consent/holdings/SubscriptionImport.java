package bg.telenor.consent.holdings;

import static bg.telenor.kit.problem.CommonError.INVALID_REQUEST;

import bg.telenor.consent.domain.Birth;
import bg.telenor.consent.domain.Holding.Capacity;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads what billing says, line by line; a line that cannot be taken does not stop the others. */
@ApplicationScoped
class SubscriptionImport {

    /**
     * @param subscriptionId billing's own, stable id
     * @param until exclusive; absent while it lasts
     */
    @Schema(
            name = "SubscriptionLine",
            examples =
                    """
                    {"subscriptionId":"5f1c1d3e-5f0e-4b53-9d5c-0a4bb1a1f001",\
                    "number":"+359888000101","person":{"type":"EGN","value":"3021011000"},\
                    "capacity":"SUBSCRIBER","from":"2026-01-01T00:00:00Z"}\
                    """)
    record Line(
            @NotNull UUID subscriptionId,
            @NotNull Msisdn number,
            @NotNull PersonalNumber person,
            @NotNull Capacity capacity,
            @NotNull Instant from,
            Instant until) {}

    private final HoldingRegister register;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    SubscriptionImport(
            HoldingRegister register, ObjectMapper json, Validator validator, Clock clock) {
        this.register = register;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * The outcome, or why not: a stable code either way. A line that was cut is no JSON object, and
     * so refused by itself.
     */
    String take(byte[] text) {
        try {
            var line = json.readValue(text, Line.class);
            return isSound(line) ? heard(line) : INVALID_REQUEST.name();
        } catch (IOException e) {
            return INVALID_REQUEST.name();
        } catch (ProblemException e) {
            return e.code().name();
        }
    }

    private String heard(Line line) {
        return register.heard(
                        line.subscriptionId(),
                        new HoldingContent(
                                line.number(),
                                line.person(),
                                line.capacity(),
                                line.from(),
                                line.until()))
                .name();
    }

    private boolean isSound(Line line) {
        return line != null
                && validator.validate(line).isEmpty()
                && (line.until() == null || line.until().isAfter(line.from()))
                && Birth.isPast(line.person(), clock.instant());
    }
}
