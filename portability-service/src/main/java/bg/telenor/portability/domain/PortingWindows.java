package bg.telenor.portability.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours at which the operators move numbers.
 *
 * @param calendar on which days
 * @param hours the stretches of such a day
 * @param lead how long after the donor's acceptance a number may move at the earliest
 * @param shortest what is left of a stretch must be at least this long to be used
 */
public record PortingWindows(
        WorkingCalendar calendar, List<Hours> hours, Duration lead, Duration shortest) {

    private static final int HORIZON_DAYS = 60;

    /** A stretch of a day; {@code until} 00:00 is the day's end. */
    public record Hours(LocalTime from, LocalTime until) {

        public Hours {
            if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
                throw new IllegalArgumentException("hours end before they begin");
            }
        }

        /** Reads {@code 10:00-14:00}. */
        public static Hours parse(String written) {
            var parts = written.strip().split("-", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("hours must read like 10:00-14:00");
            }
            return new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
        }
    }

    public PortingWindows {
        hours = hours.stream().sorted(Comparator.comparing(Hours::from)).toList();
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("there is no hour to move numbers in");
        }
        if (lead.isNegative() || !shortest.isPositive()) {
            throw new IllegalArgumentException("lead is negative or the shortest window empty");
        }
    }

    /** The first window for a porting that the donor accepted at a moment. */
    public Window after(Instant accepted) {
        return notBefore(accepted.plus(lead));
    }

    /** The first window that begins at a moment or later. */
    public Window notBefore(Instant earliest) {
        return Stream.iterate(calendar.dayOf(earliest), day -> day.plusDays(1))
                .limit(HORIZON_DAYS)
                .filter(calendar::isWorked)
                .flatMap(day -> hours.stream().map(stretch -> on(day, stretch, earliest)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no window in sight"));
    }

    private Optional<Window> on(LocalDate day, Hours stretch, Instant earliest) {
        var lastDay = stretch.until().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        var opens = day.atTime(stretch.from()).atZone(calendar.zone()).toInstant();
        var from = opens.isAfter(earliest) ? opens : earliest;
        var until = lastDay.atTime(stretch.until()).atZone(calendar.zone()).toInstant();
        return until.isBefore(from.plus(shortest))
                ? Optional.empty()
                : Optional.of(new Window(from, until));
    }
}
