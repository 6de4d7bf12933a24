package bg.telenor.portability.number;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory;
import bg.telenor.portability.domain.NumberHistory.Served;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells which operator serves a number, from memory. */
@Path("/v1/number-lookups")
@RunOnVirtualThread
@Tag(name = "Numbers", description = "Which operator serves a number")
class NumberLookupResource {

    @Schema(examples = "{\"numbers\":[\"+359888001234\"]}")
    record NumberLookup(@NotNull @Size(min = 1, max = 10_000) List<@NotNull Msisdn> numbers) {}

    @Schema(
            examples =
                    """
                    {"results":[{"number":"+359888001234","servedBy":"TELENOR","blockOperator":"A1",
                     "route":"C28405","portedSince":"2026-03-05T08:00:00Z"}]}\
                    """)
    record NumberLookupView(List<Result> results) {}

    /** Operators are left out for numbers of a range that nobody holds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            Msisdn number,
            OperatorCode servedBy,
            OperatorCode blockOperator,
            String route,
            Instant portedSince) {

        static Result of(Msisdn number, NumberHistory history, Instant at) {
            var ported =
                    history.at(at)
                            .filter(
                                    s ->
                                            history.blockOperator()
                                                    .filter(s.operator()::equals)
                                                    .isEmpty());
            return new Result(
                    number,
                    history.servedBy(at).orElse(null),
                    history.blockOperator().orElse(null),
                    ported.map(stretch -> stretch.route().value()).orElse(null),
                    ported.map(Served::from).orElse(null));
        }
    }

    private final NumberMap numbers;
    private final Clock clock;

    NumberLookupResource(NumberMap numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed("number-lookups")
    @Operation(
            operationId = "lookUpNumbers",
            summary = "The serving operator of each number, in the order asked")
    public NumberLookupView lookUp(@Valid @NotNull NumberLookup lookup) {
        var at = clock.instant();
        return new NumberLookupView(
                lookup.numbers().stream()
                        .map(number -> Result.of(number, numbers.of(number), at))
                        .toList());
    }
}
