package bg.telenor.portability.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The days on which operators work, by which their terms are counted.
 *
 * @param weekdays on which days of the week
 * @param publicHolidays whether the country's public holidays are days off
 * @param alsoOff dates that are days off nevertheless, such as those declared for one year
 * @param alsoWorked dates that are worked whatever else is said
 */
public record WorkingCalendar(
        ZoneId zone,
        Set<DayOfWeek> weekdays,
        boolean publicHolidays,
        Set<LocalDate> alsoOff,
        Set<LocalDate> alsoWorked) {

    /** How long a party has for something. */
    public sealed interface Term {

        /** From one moment to another, working or not. */
        record Elapsed(Duration duration) implements Term {

            public Elapsed {
                if (duration.isNegative() || duration.isZero()) {
                    throw new IllegalArgumentException("a term is longer than nothing");
                }
            }
        }

        /** Whole working days, of which the one that it begins on is not counted. */
        record WorkingDays(int count) implements Term {

            public WorkingDays {
                if (count < 1 || count > MOST_DAYS) {
                    throw new IllegalArgumentException(
                            "a term has 1 to %d working days".formatted(MOST_DAYS));
                }
            }
        }

        int MOST_DAYS = 250;

        Pattern WRITTEN = Pattern.compile("(\\d{1,3}) working days?");

        /** Reads {@code 2 working days}, or a duration such as {@code PT4H} (ISO 8601). */
        static Term parse(String written) {
            var days = WRITTEN.matcher(written.strip());
            return days.matches()
                    ? new WorkingDays(Integer.parseInt(days.group(1)))
                    : new Elapsed(Duration.parse(written.strip()));
        }
    }

    public WorkingCalendar {
        weekdays = Set.copyOf(weekdays);
        alsoOff = Set.copyOf(alsoOff);
        alsoWorked = Set.copyOf(alsoWorked);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("no day of the week is worked");
        }
    }

    public boolean isWorked(LocalDate day) {
        return alsoWorked.contains(day)
                || (weekdays.contains(day.getDayOfWeek())
                        && !alsoOff.contains(day)
                        && !(publicHolidays && PublicHolidays.of(day.getYear()).contains(day)));
    }

    /** The date at a moment. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /**
     * When a term that begins at a moment is over; one of working days is with the end of the last
     * (Obligations and Contracts Act art. 72).
     */
    public Instant end(Term term, Instant begin) {
        return switch (term) {
            case Term.Elapsed elapsed -> begin.plus(elapsed.duration());
            case Term.WorkingDays days -> endOf(lastOf(days.count(), dayOf(begin)));
        };
    }

    private LocalDate lastOf(int count, LocalDate begin) {
        return Stream.iterate(begin.plusDays(1), day -> day.plusDays(1))
                .filter(this::isWorked)
                .skip(count - 1L)
                .findFirst()
                .orElseThrow();
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
