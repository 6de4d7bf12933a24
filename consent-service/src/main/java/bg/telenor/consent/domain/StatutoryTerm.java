package bg.telenor.consent.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;

/**
 * A term as EU law counts it (Regulation 1182/71, art. 3): the day of the event does not count, a
 * month ends on the day of the same number or the month's last one, the last day counts to its end,
 * and one that is no working day gives way to the next that is.
 *
 * @param holidays days besides Saturday and Sunday on which nobody works
 */
public record StatutoryTerm(Period length, ZoneId zone, Set<LocalDate> holidays) {

    public StatutoryTerm {
        holidays = Set.copyOf(holidays);
    }

    /** The moment at which the term is over. */
    public Instant endAfter(Instant event) {
        var last = event.atZone(zone).toLocalDate().plus(length);
        while (!worksOn(last)) {
            last = last.plusDays(1);
        }
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private boolean worksOn(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
