package bg.telenor.portability.recycling;

import static bg.telenor.portability.PortabilityError.MISSING_IDENTIFIER;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.Msisdn;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CAMARA Number Recycling 0.2, in front for partners. */
@Path("/number-recycling/v0.2/check")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "CAMARA Number Recycling", description = "Whether a number changed hands")
class NumberRecyclingResource {

    private static final String OF_OUR_PLAN = "\\+359[0-9]{7,9}";

    @Schema(
            name = "NumberRecyclingCheck",
            examples = "{\"phoneNumber\":\"+359898001234\",\"specifiedDate\":\"2026-01-15\"}")
    record Check(
            @Pattern(regexp = "\\+[1-9][0-9]{4,14}") String phoneNumber,
            @NotNull LocalDate specifiedDate) {

        /** The number, or empty where it is of another country's plan and so nobody's here. */
        Optional<Msisdn> number() {
            return phoneNumber.matches(OF_OUR_PLAN)
                    ? Optional.of(new Msisdn(phoneNumber))
                    : Optional.empty();
        }
    }

    @Schema(name = "NumberRecycled", examples = "{\"phoneNumberRecycled\":false}")
    record Answer(boolean phoneNumberRecycled) {}

    private final NumberRecycling recycling;
    private final Caller caller;

    NumberRecyclingResource(NumberRecycling recycling, Caller caller) {
        this.recycling = recycling;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed("number-recycling:check")
    @Operation(
            operationId = "checkNumberRecycling",
            summary = "Whether somebody else has a number than on a day before")
    @APIResponse(responseCode = "200", description = "Whether it changed hands since")
    @APIResponse(
            responseCode = "400",
            description = "OUT_OF_RANGE: the day is to come, or too long ago to know")
    @APIResponse(
            responseCode = "404",
            description = "IDENTIFIER_NOT_FOUND: the number is with another operator, or nobody's")
    @APIResponse(
            responseCode = "409",
            description = "INCOMPATIBLE_STATE: its subscriber's data may only be kept now")
    @APIResponse(responseCode = "422", description = "MISSING_IDENTIFIER")
    public Answer check(@Valid @NotNull Check check) {
        if (check.phoneNumber() == null) {
            throw new ProblemException(MISSING_IDENTIFIER);
        }
        return new Answer(
                recycling.changed(caller.client(), check.number(), check.specifiedDate()));
    }
}
