package bg.telenor.portability.desk;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.desk.DeskSide.Direction;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.domain.Window;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A porting as the desk sees it.
 *
 * @param operator the other one
 * @param numbers how many
 * @param since when it came into its state
 * @param due when time moves it; absent when nothing does
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Summary(
        UUID id,
        Direction direction,
        String state,
        OperatorCode operator,
        int numbers,
        Instant askedAt,
        Instant since,
        WaitsFor waitsFor,
        Instant due,
        Window window,
        Set<RejectCode> rejectCodes) {}
