package bg.telenor.portability.domain;

import bg.telenor.portability.domain.WorkingCalendar.Term;
import java.time.Duration;
import java.time.Instant;

/**
 * How long each side of a porting waits for the other.
 *
 * @param acknowledge the donor says that it has a request
 * @param answer the donor says whether the numbers may go
 * @param schedule the recipient says when they move
 * @param fetch the recipient begins, after the window's end
 * @param repeat after it was told to act, the donor is asked how far it is
 * @param reversal how long after they moved numbers may go back
 * @param postponement how long after the end of a window the donor may ask for another
 */
public record PortingTerms(
        WorkingCalendar calendar,
        Term acknowledge,
        Term answer,
        Term schedule,
        Term fetch,
        Term repeat,
        Term reversal,
        Duration postponement) {

    Instant end(Term term, Instant begin) {
        return calendar.end(term, begin);
    }
}
