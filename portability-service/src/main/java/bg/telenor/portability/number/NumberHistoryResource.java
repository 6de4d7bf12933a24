package bg.telenor.portability.number;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory;
import bg.telenor.portability.domain.NumberKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells all that is known of one number: routing data, and nothing of persons. */
@Path("/v1/number-histories")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Numbers", description = "Which operator serves a number")
class NumberHistoryResource {

    @Schema(examples = "{\"number\":\"+359888001234\"}")
    record NumberHistorySearch(@NotNull Msisdn number) {}

    /**
     * Whose range the number was of.
     *
     * @param until exclusive; absent while it lasts
     */
    record InRange(
            NumberKind kind,
            OperatorCode operator,
            Instant from,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant until) {}

    /**
     * Whom the number was ported to.
     *
     * @param until exclusive; absent while it lasts
     */
    record Stretch(
            OperatorCode operator,
            String route,
            Instant from,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant until) {}

    /** Each oldest first; stretches only since the number left the operator of its range. */
    @Schema(
            name = "NumberHistory",
            examples =
                    """
                    {"number":"+359888001234",
                     "ranges":[{"kind":"MOBILE","operator":"A1","from":"1995-01-01T00:00:00Z"}],
                     "served":[{"operator":"TELENOR","route":"C28405",
                     "from":"2026-03-05T08:00:00Z"}]}\
                    """)
    record NumberHistoryView(Msisdn number, List<InRange> ranges, List<Stretch> served) {

        static NumberHistoryView of(Msisdn number, NumberHistory history) {
            return new NumberHistoryView(number, ranges(history), served(history));
        }

        private static List<InRange> ranges(NumberHistory history) {
            return history.ranges().stream()
                    .map(
                            range ->
                                    new InRange(
                                            range.kind(),
                                            range.operator(),
                                            range.from(),
                                            range.until()))
                    .toList();
        }

        private static List<Stretch> served(NumberHistory history) {
            var all = history.stretches();
            return IntStream.range(0, all.size())
                    .mapToObj(
                            i ->
                                    new Stretch(
                                            all.get(i).operator(),
                                            all.get(i).route().value(),
                                            all.get(i).from(),
                                            i + 1 < all.size() ? all.get(i + 1).from() : null))
                    .toList();
        }
    }

    private final Numbers numbers;

    NumberHistoryResource(Numbers numbers) {
        this.numbers = numbers;
    }

    @POST
    @Transactional
    @PermissionsAllowed("number-histories.read")
    @Operation(
            operationId = "readNumberHistory",
            summary = "Whose range a number was of, and who served it, at all times",
            description =
                    "From the table that decides, not from memory. No number stands in a URL.")
    public NumberHistoryView read(@Valid @NotNull NumberHistorySearch search) {
        return NumberHistoryView.of(search.number(), numbers.historyOf(search.number()));
    }
}
